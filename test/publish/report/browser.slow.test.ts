import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { report as exporter } from '../../../src/publish/exporters/report.js';
import { report, ticket } from '../fixture.js';

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
const file = join(folder, 'report.html');
/** A night with a list of repairs that is worth filtering. */
const long = join(folder, 'long.html');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tabs = ['bot-team', 'journey-owner', 'operations', 'agents', 'read', 'data'];
const views = [
  { name: 'light', colorScheme: 'light', width: 1440, javaScriptEnabled: true },
  { name: 'dark', colorScheme: 'dark', width: 1440, javaScriptEnabled: true },
  { name: 'phone', colorScheme: 'light', width: 390, javaScriptEnabled: true },
  { name: 'without scripts', colorScheme: 'light', width: 1440, javaScriptEnabled: false },
] as const;

let browser: Browser;
beforeAll(async () => {
  writeFileSync(file, exporter.render(report()));
  const tickets = Array.from({ length: 8 }, (_, i) =>
    ticket({
      id: `t-${i}`,
      rank: i + 1,
      intents: [i === 3 ? 'only_this' : 'other'],
      suggestions: ['s-1'],
    }),
  );
  writeFileSync(long, exporter.render(report({ tickets })));
  if (existsSync(browserPath))
    browser = await chromium.launch({ executablePath: browserPath, args: flags });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  if (!kept) rmSync(folder, { recursive: true, force: true });
});

async function open(
  { colorScheme, width, javaScriptEnabled }: (typeof views)[number],
  { bypassCSP = true, path = file } = {},
) {
  const context = await browser.newContext({
    colorScheme,
    javaScriptEnabled,
    // Lets the page be measured; its policy forbids every script but its own.
    bypassCSP,
    viewport: { width, height: 900 },
  });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('console', (message) => trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('request', (request) => {
    const asked = request.url();
    if (!asked.startsWith('file:')) trouble.push(asked);
  });
  page.on('dialog', (dialog) => trouble.push(dialog.message()));
  await page.goto(pathToFileURL(path).href);
  return { context, page, trouble };
}

const shown = async (page: Page) => {
  const all = await Promise.all(
    tabs.map(async (id) => ((await page.locator(`#${id}`).isVisible()) ? [id] : [])),
  );
  return all.flat();
};

/** Every tab at once: axe takes as long for one of them as for all. */
const everyTab = '.tab{display:block !important}';
const violations = (rules?: readonly string[]) => `axe.run(${JSON.stringify({
  resultTypes: ['violations'],
  ...(rules && { runOnly: rules }),
})}).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html.slice(0, 200))))`;
/** All rules in the light, and in the other views those that colours, or the width, decide: axe takes seconds for all. */
const audits = [
  { view: views[0] },
  { view: views[1], rules: ['color-contrast', 'link-in-text-block'] },
  {
    view: views[2],
    rules: ['target-size', 'scrollable-region-focusable', 'css-orientation-lock', 'meta-viewport'],
  },
];

describe.runIf(existsSync(browserPath))('the report in a browser', () => {
  it.each(views)(
    '$name: opens each tab without a request or an error',
    async (view) => {
      const { context, page, trouble } = await open(view);
      expect(await shown(page)).toEqual(['bot-team']);
      for (const id of tabs) {
        await page.locator(`nav a[href="#${id}"]`).click();
        expect(await shown(page)).toEqual([id]);
        if (kept)
          await page.screenshot({ path: join(folder, `${view.name}-${id}.png`), fullPage: true });
        if (view.javaScriptEnabled)
          expect(
            await page.evaluate('document.documentElement.scrollWidth > innerWidth'),
            `${id} scrolls sideways`,
          ).toBe(false);
      }
      expect(await page.locator('script').count()).toBe(1);
      expect(trouble).toEqual([]);
      await context.close();
    },
    60_000,
  );

  it('leads from the first screen to a repair, and opens it', async () => {
    const { context, page } = await open(views[3]);
    expect(await page.locator('#ticket-2').isVisible()).toBe(false);
    await page.locator('.first a[href="#ticket-2"]').click();
    expect(await shown(page)).toEqual(['operations']);
    expect(await page.locator('#ticket-2').isVisible()).toBe(true);
    await context.close();
  }, 60_000);

  it('finds words on pages that are not open, and opens what it found', async () => {
    const { context, page, trouble } = await open(views[0], { bypassCSP: false });
    const search = page.getByLabel('Find on all pages');
    await search.fill('told the BOT already');
    expect(await page.locator('.results p').textContent()).toBe('2 found');
    await page.locator('.results a').first().click();
    expect(await shown(page)).toEqual(['read']);
    expect(await page.locator('.read:visible').count()).toBe(1);
    await search.fill('no such words');
    expect(await page.locator('.results p').textContent()).toBe('0 found');
    await search.fill('');
    expect(await page.locator('.results').isVisible()).toBe(false);
    expect(trouble).toEqual([]);
    await context.close();
  }, 60_000);

  it('leads from a quote to its journey, and from there to the repair, without scripts', async () => {
    const { context, page } = await open(views[3]);
    await page.locator('.ticket > summary').first().click();
    await page.locator('#bot-team a', { hasText: /^s-1$/ }).first().click();
    expect(await shown(page)).toEqual(['read']);
    expect(await page.locator('.read:visible').count()).toBe(1);
    await page.locator('.read:visible a[href="#ticket-1"]').click();
    expect(await shown(page)).toEqual(['bot-team']);
    expect(await page.locator('#ticket-1').isVisible()).toBe(true);
    await context.close();
  }, 60_000);

  it('shows the first repair on the first screen, and takes three at most', async () => {
    const { context, page } = await open(views[0]);
    const box = await page.locator('.ticket').first().boundingBox();
    expect((box?.y ?? 1e9) + (box?.height ?? 0)).toBeLessThanOrEqual(900);
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThanOrEqual(2700);
    await context.close();
  }, 60_000);

  it('lets its own script run under its policy, and no other', async () => {
    const { context, page, trouble } = await open(views[0], { bypassCSP: false, path: long });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const lines = page.locator('#bot-team ol.lines > li');
    const all = await lines.count();
    await page.getByLabel('Only with these words').first().fill('only_this');
    expect(await page.locator('#bot-team ol.lines > li:visible').count()).toBe(1);
    await page.getByLabel('Only with these words').first().fill('');
    expect(await page.locator('#bot-team ol.lines > li:visible').count()).toBe(all);
    await lines.first().locator('summary').first().click();
    await lines.first().getByRole('button', { name: 'Copy' }).first().click();
    // The button says so once the clipboard has the text.
    const copied = page.getByRole('button', { name: 'Copied' });
    await copied.waitFor();
    expect(await copied.count()).toBe(1);
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(
      /^handback review accept /,
    );
    expect(trouble).toEqual([]);
    await page.evaluate(
      "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.strange = 1' }))",
    );
    expect(await page.evaluate('window.strange')).toBeUndefined();
    await context.close();
  }, 60_000);

  it.each(audits)(
    '$view.name: axe finds no violation',
    async ({ view, rules }) => {
      const { context, page } = await open(view);
      await page.evaluate(axe);
      await page.evaluate(
        "document.querySelectorAll('details').forEach((one) => { one.open = true; })",
      );
      await page.addStyleTag({ content: everyTab });
      expect(await shown(page)).toEqual(tabs);
      expect(await page.evaluate(violations(rules))).toEqual([]);
      await context.close();
    },
    120_000,
  );
});
