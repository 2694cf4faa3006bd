import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadEngine } from '../../src/engine/index.ts';
import { loadSamples } from '../../src/server/index.ts';
import { HAS_CHROMIUM, launchChromium } from '../support/chromium.ts';
import { HAS_PAGE, type PageServer, servePage } from '../support/page-server.ts';
import { hostileRecord } from './hostile-record.ts';

const TIMEOUT = 240_000;
const DESKTOP = { width: 1280, height: 900 };
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

describe.skipIf(!HAS_CHROMIUM || !HAS_PAGE)('the page in Chromium', () => {
  let browser: Browser;
  let context: BrowserContext;
  let server: PageServer;
  let report = '';
  beforeAll(async () => {
    const [engine, articles] = await Promise.all([loadEngine(), loadSamples()]);
    const records = articles.map((article) => engine.record(article));
    report = records[4]?.document.id ?? '';
    server = await servePage([...records, hostileRecord()]);
    browser = await launchChromium();
    context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce' });
  }, TIMEOUT);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Opens a view, with everything it complains of and every request that leaves this server. */
  async function open(path: string, within: BrowserContext = context) {
    const page = await within.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(server.address) && !request.url().startsWith('data:'))
        complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(server.address + path.replace('REPORT', report));
    await page.waitForLoadState('networkidle');
    return { page, complaints: () => complaints.filter((line) => !/GPU stall|WebGL|swiftshader/i.test(line)) };
  }

  const heading = (page: Page) => page.locator('h1').first().innerText();

  for (const colorScheme of ['light', 'dark'] as const)
    test(`every view is quiet, accessible and no wider than a phone (${colorScheme})`, { timeout: TIMEOUT }, async () => {
      const phone = await browser.newContext({ viewport: PHONE, colorScheme, reducedMotion: 'reduce' });
      const found: string[] = [];
      // Dark differs in colours alone: views that have them all will do.
      const views = colorScheme === 'light' ? VIEWS : ['/', '/documents/REPORT?entry=e2', '/exchange', '/claims'];
      for (const view of views) {
        const { page, complaints } = await open(view, phone);
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

  test('the overview leads to moves, a move to its quotes, a quote to its words in the report, and back', {
    timeout: TIMEOUT,
  }, async () => {
    const { page, complaints } = await open('/');
    await page.locator('table.parties td.n a').first().click();
    await page.waitForURL(/\/incidents\?actor=/);
    const list = page.url();
    await page.locator('.incident .head > a').first().click();
    await page.waitForURL(/\/incidents\/.+/);
    await page.locator('.statements .quote a').first().click();
    await page.waitForURL(/\/documents\/[0-9a-f]{64}\?entry=e\d+/);
    await page.locator('.text .own').first().waitFor();
    await page.goBack();
    await page.goBack();
    await page.waitForURL(list);
    expect(complaints()).toEqual([]);
    await page.close();
  });

  test('a report is walked, corrected in place and undone by keys', { timeout: TIMEOUT }, async () => {
    const { page, complaints } = await open('/documents/REPORT');
    for (const key of ['j', 'j', 'k']) await page.keyboard.press(key);
    await page.waitForURL(/entry=/);
    await page.goto(`${server.address}/documents/${report}?entry=e1`);
    await page.getByRole('button', { name: /^Correct/ }).waitFor();
    const before = await page.locator('.entry .act').first().innerText();
    const wanted = before === 'aid' ? 'coerce' : 'aid';
    await page.keyboard.press('c');
    await page.locator('form.correct select[name=type]').selectOption(wanted.toUpperCase());
    await page.locator('form.correct input[name=why]').fill('read again');
    await page.locator('form.correct button[type=submit]').click();
    await page.locator('.history').waitFor();
    await expect.poll(() => page.locator('.entry .act').first().innerText()).toBe(wanted);
    await page.locator('h2#entry-name').click();
    await page.keyboard.press('u');
    await page.locator('.history .undone').waitFor();
    await expect.poll(() => page.locator('.entry .act').first().innerText()).toBe(before);
    expect(complaints()).toEqual([]);
    await page.close();
  });

  test('words of a report can be made an event', { timeout: TIMEOUT }, async () => {
    const { page, complaints } = await open('/documents/REPORT');
    const before = Number(await page.locator('.tabs button b').first().innerText());
    await page.evaluate(`(() => {
      const run = [...document.querySelectorAll('.text [data-at]')].find((each) => each.textContent.length > 12);
      const range = document.createRange();
      range.setStart(run.firstChild, 0);
      range.setEnd(run.firstChild, 10);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    })()`);
    await page.getByText('Add an event from the selected words').click();
    await page.locator('form.correct button[type=submit]').click();
    await page.locator('form.correct').waitFor({ state: 'detached' });
    await expect.poll(async () => Number(await page.locator('.tabs button b').first().innerText())).toBe(before + 1);
    expect(complaints()).toEqual([]);
    await page.close();
  });

  test('an exchange has both sides, a score series and a way through by keys', { timeout: TIMEOUT }, async () => {
    const { page, complaints } = await open('/exchange?a=PAK&b=AFG');
    expect(await heading(page)).toMatch(/Pakistan and Afghanistan traded \d+ moves/);
    await page.locator('.picture svg').nth(1).waitFor();
    expect(await page.locator('.rung.side-a').count()).toBeGreaterThan(0);
    await page.keyboard.press('j');
    await page.waitForURL(/move=/);
    expect(await page.locator('.chosen').count()).toBe(1);
    await page.locator('.ladder-head input').check();
    await page.locator('.rung.side-third').first().waitFor();
    expect(complaints()).toEqual([]);
    await page.close();
  });

  test('the timeline is narrowed by brushing, and a mark leads to its quotes', { timeout: TIMEOUT }, async () => {
    const { page, complaints } = await open('/timeline');
    const strip = await page.locator('.brush .canvas svg').boundingBox();
    if (!strip) throw new Error('no strip');
    await page.mouse.move(strip.x + strip.width * 0.1, strip.y + 60);
    await page.mouse.down();
    await page.mouse.move(strip.x + strip.width * 0.3, strip.y + 60, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/from=2017-02-\d\d&to=2017-02-\d\d/);
    await page.locator('.picture svg a').last().click();
    await page.waitForURL(/\/incidents/);
    expect(complaints()).toEqual([]);
    await page.close();
  });

  test('a cell of the ledger narrows the statements', { timeout: TIMEOUT }, async () => {
    const { page, complaints } = await open('/claims');
    const cell = page.locator('.matrix td a').first();
    await cell.click();
    await page.waitForURL(/speaker=.*party=/);
    await page.locator('.claim').first().waitFor();
    expect(complaints()).toEqual([]);
    await page.close();
  });

  test('disputes stand side by side with their quotes', { timeout: TIMEOUT }, async () => {
    const { page } = await open('/disputes');
    expect(await heading(page)).toMatch(/\d+ matters disputed/);
    expect(await page.locator('.dispute').first().locator('.sides > section').count()).toBeGreaterThan(1);
    await page.close();
  });

  test('network and map have the same in a table', { timeout: TIMEOUT }, async () => {
    const network = await open('/network');
    expect(await network.page.locator('table.ties tbody tr').count()).toBeGreaterThan(3);
    await network.page.close();
    const map = await open('/map');
    await map.page.locator('.map .disc').first().waitFor();
    await map.page.locator('.linklike').first().click();
    await map.page.waitForURL(/site=/);
    await map.page.locator('.incident').first().waitFor();
    expect(map.complaints()).toEqual([]);
    await map.page.close();
  });

  test('search is reached by its key and finds words', { timeout: TIMEOUT }, async () => {
    const { page, complaints } = await open('/');
    await page.keyboard.press('/');
    await page.keyboard.type('shelling');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=shelling/);
    await expect.poll(() => heading(page)).toMatch(/Found in \d+ report/);
    await page.keyboard.press('Escape');
    await page.locator('h1').first().click();
    await page.keyboard.press('?');
    expect(await page.locator('dialog.help').isVisible()).toBe(true);
    expect(complaints()).toEqual([]);
    await page.close();
  });

  test('a pasted report is read with progress and stands in the case', { timeout: TIMEOUT }, async () => {
    const { page, complaints } = await open('/add');
    await page
      .locator('textarea[name=text]')
      .fill('Rebels attacked an army convoy near the border on Monday, killing four soldiers.');
    await page.locator('input[name=source]').fill('Invented Gazette');
    await page.locator('form.add button[type=submit]').click();
    await page.waitForURL(/job=/);
    await page.getByText('Done: 1 of 1 report').waitFor();
    await page.locator('.job a').first().click();
    await page.locator('.report').waitFor();
    expect(await page.locator('.report .line').innerText()).toContain('Invented Gazette');
    expect(complaints()).toEqual([]);
    await page.close();
  });

  test('what a report says cannot run, steer the page or break it', { timeout: TIMEOUT }, async () => {
    const { page, complaints } = await open('/search?q=%3Cscript%3E');
    await page.goto(`${server.address}/documents?text=marquee`);
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
