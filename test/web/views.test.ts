import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HAS_CHROMIUM } from '../support/chromium.ts';
import { type OpenedPage, openPageTests, type PageTests } from '../support/opened-page.ts';
import { HAS_PAGE } from '../support/page-server.ts';

const TIMEOUT = 240_000;
const PHONE = { width: 360, height: 780 };

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] as const;

/** Every view by its address; `REPORT` stands for the id of a report. */
const VIEWS = [
  '/',
  '/documents',
  '/documents/REPORT',
  '/documents/REPORT?entry=e2',
  '/incidents',
  '/exchange',
  '/timeline',
  '/timeline?lanes=place',
  '/claims',
  '/disputes',
  '/actors',
  '/actors/PAK',
  '/network',
  '/map',
  '/sources',
  '/search?q=border',
  '/add',
  '/print',
  '/nothing-here',
];

describe.skipIf(!HAS_CHROMIUM || !HAS_PAGE)('every view', () => {
  let tests: PageTests;
  beforeAll(async () => {
    tests = await openPageTests();
  }, TIMEOUT);
  afterAll(() => tests?.close());
  const open = (path: string): Promise<OpenedPage> => tests.open(path);

  test.each(VIEWS)('%s is quiet, accessible and no wider than a phone, light and dark', { timeout: TIMEOUT }, async (view) => {
    const phone = await tests.newContext({ viewport: PHONE, colorScheme: 'light' });
    const found: string[] = [];
    const { page, complaints } = await tests.open(view, phone);
    const light = await new AxeBuilder({ page }).withTags([...WCAG]).analyze();
    // Dark differs in colours alone.
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
    for (const { id, nodes } of [...light.violations, ...dark.violations]) found.push(`${id}: ${nodes[0]?.html}`);
    const tooWide = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
    if (tooWide > 0) found.push(`${tooWide} px too wide`);
    found.push(...complaints());
    await page.close();
    await phone.close();
    expect(found).toEqual([]);
  });

  test('the overview loads no more than 300 kB of JavaScript, gzipped', { timeout: TIMEOUT }, async () => {
    const context = await tests.newContext();
    const page = await context.newPage();
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) sizes.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto(`${tests.address}/`);
    await page.locator('.picture svg').first().waitFor();
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(100_000);
    expect(total).toBeLessThan(300_000);
    await context.close();
  });

  test('what a report says cannot run, steer the page or break it', { timeout: TIMEOUT }, async () => {
    const { page, complaints } = await open('/search?q=%3Cscript%3E');
    await page.goto(`${tests.address}/documents?text=marquee`);
    await page.locator('.document h2 a').first().click();
    await page.locator('.report .text').waitFor();
    expect(await page.evaluate('globalThis.wasRun')).toBeUndefined();
    expect(await page.locator('.text script, .text img, .text marquee').count()).toBe(0);
    expect(await page.locator('.text .control').count()).toBeGreaterThan(2);
    expect(await page.locator('.text').innerText()).toContain('<script>');
    await page.keyboard.press('j');
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(complaints()).toEqual([]);
    await page.close();
  });

  test('print has numbered quotes and their sources, black on white', { timeout: TIMEOUT }, async () => {
    const { page } = await open('/print');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.bar').isVisible()).toBe(false);
    expect(await page.locator('.printed sup').first().innerText()).toBe('[1]');
    expect(await page.locator('.sources li').first().innerText()).toMatch(/^\[1\] /);
    await page.close();
  });
});
