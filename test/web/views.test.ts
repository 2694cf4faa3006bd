import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HAS_CHROMIUM } from '../support/chromium.ts';
import { type OpenedPage, openPageTests, type PageTests } from '../support/opened-page.ts';
import { HAS_PAGE } from '../support/page-server.ts';

const TIMEOUT = 240_000;
const PHONE = { width: 360, height: 780 };

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

  for (const colorScheme of ['light', 'dark'] as const)
    test(`every view is quiet, accessible and no wider than a phone (${colorScheme})`, { timeout: TIMEOUT }, async () => {
      const phone = await tests.newContext({ viewport: PHONE, colorScheme });
      const found: string[] = [];
      for (const view of VIEWS) {
        const { page, complaints } = await tests.open(view, phone);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        found.push(...violations.map(({ id, nodes }) => `${view} ${id}: ${nodes[0]?.html}`));
        const tooWide = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
        if (tooWide > 0) found.push(`${view} is ${tooWide} px too wide`);
        found.push(...complaints().map((complaint) => `${view} complains: ${complaint}`));
        await page.close();
      }
      await phone.close();
      expect(found).toEqual([]);
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
