import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { report as exporter } from '../../../src/publish/exporters/report.js';
import { report } from '../fixture.js';

const browserPath = '/usr/bin/chromium';
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Set to keep the screenshots. */
const kept = process.env.SCREENSHOTS;
const folder = kept ?? mkdtempSync(join(tmpdir(), 'handback-report-'));
afterAll(() => {
  if (!kept) rmSync(folder, { recursive: true, force: true });
});

const views = [
  { name: 'light', colorScheme: 'light', width: 1280 },
  { name: 'dark', colorScheme: 'dark', width: 1280 },
  { name: 'phone', colorScheme: 'light', width: 390 },
] as const;

it.runIf(existsSync(browserPath))(
  'the report opens without a script, a request or an error, wide, dark and on a phone',
  async () => {
    const file = join(folder, 'report.html');
    writeFileSync(file, exporter.render(report()));
    const browser = await chromium.launch({ executablePath: browserPath, args: flags });
    try {
      for (const { name, colorScheme, width } of views) {
        const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
        const trouble: string[] = [];
        page.on('console', (message) => trouble.push(message.text()));
        page.on('pageerror', (error) => trouble.push(error.message));
        page.on('request', (request) => {
          const asked = request.url();
          if (!asked.startsWith('file:')) trouble.push(asked);
        });
        page.on('dialog', (dialog) => trouble.push(dialog.message()));
        await page.goto(pathToFileURL(file).href);
        const ids = await page
          .locator('main > section')
          .evaluateAll((all) => all.map(({ id }) => id));
        expect(ids).toEqual([
          'run',
          'tickets',
          'releases',
          'owner',
          'time',
          'losses',
          'findings',
          'links',
          'journeys',
          'records',
          'reading',
        ]);
        await page.locator('.journey summary').nth(1).click();
        await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
        const wider = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
        expect(wider, `${name} scrolls sideways`).toBe(false);
        expect(await page.locator('script').count()).toBe(0);
        expect(trouble).toEqual([]);
        await page.close();
      }
      expect(existsSync(join(folder, 'phone.png'))).toBe(true);
    } finally {
      await browser.close();
    }
  },
  60_000,
);
