/** How long the page of a large night takes to open from disk in a real browser. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { report } from '../../src/publish/exporters/report.js';
import { bigNight } from '../publish/report/big-night.js';

const runs = 7;

it('the page of a night with every list full', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'handback-page-'));
  const file = join(folder, 'report.html');
  const html = report.render(bigNight());
  writeFileSync(file, html);
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const loads: number[] = [];
    for (let i = 0; i < runs; i += 1) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
      loads.push(
        (await page.evaluate(
          "performance.getEntriesByType('navigation')[0].loadEventStart",
        )) as number,
      );
      await page.close();
    }
    const sorted = loads.sort((a, b) => a - b);
    console.log(
      `\n## A page of ${Math.round(Buffer.byteLength(html) / 1000)} kB, every list as long as the page shows\n\n| opens in, ms, of ${runs} runs | limit |\n| --- | --- |\n| ${sorted.map(Math.round).join(', ')} | 1000 |\n`,
    );
    expect(loads).toHaveLength(runs);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
