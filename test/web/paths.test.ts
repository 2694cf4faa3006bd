import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HAS_CHROMIUM } from '../support/chromium.ts';
import { type OpenedPage, openPageTests, type PageTests } from '../support/opened-page.ts';
import { HAS_PAGE } from '../support/page-server.ts';

const TIMEOUT = 240_000;

describe.skipIf(!HAS_CHROMIUM || !HAS_PAGE)('ways through the page', () => {
  let tests: PageTests;
  beforeAll(async () => {
    tests = await openPageTests();
  }, TIMEOUT);
  afterAll(() => tests?.close());
  const open = (path: string): Promise<OpenedPage> => tests.open(path);
  const heading = (page: Page) => page.locator('h1').first().innerText();

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
    await page.waitForURL(/row=.*column=/);
    await page.locator('.claim').first().waitFor();
    const counted = Number(await page.locator('.matrix td.on b').innerText());
    await page.getByRole('heading', { name: new RegExp(`^${counted} statements? by`) }).waitFor();
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
    const ties = network.page.locator('table.ties tbody tr');
    const all = await ties.count();
    expect(all).toBeGreaterThan(3);
    await network.page.locator('.filters select').selectOption({ index: 1 });
    await network.page.waitForURL(/party=/);
    await expect.poll(() => ties.count()).toBeLessThan(all);
    await network.page.locator('.filters select').selectOption({ index: 0 });
    await network.page.locator('.slider input').focus();
    await network.page.keyboard.press('Home');
    await network.page.waitForURL(/to=/);
    await expect.poll(() => ties.count()).toBeLessThan(all);
    expect(network.complaints()).toEqual([]);
    await network.page.close();
    const map = await open('/map');
    const disc = map.page.locator('.map .disc').first();
    await disc.waitFor();
    const before = await disc.getAttribute('transform');
    const box = await map.page.locator('.map').boundingBox();
    if (!box) throw new Error('no map');
    await map.page.mouse.move(box.x + 40, box.y + 200);
    await map.page.mouse.down();
    await map.page.mouse.move(box.x + 140, box.y + 240, { steps: 4 });
    await map.page.mouse.up();
    expect(await disc.getAttribute('transform')).not.toBe(before);
    await map.page.getByLabel('As at first').click();
    expect(await disc.getAttribute('transform')).toBe(before);
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
    expect(await page.getByRole('dialog', { name: 'Keys and marks' }).isVisible()).toBe(true);
    expect(complaints()).toEqual([]);
    await page.close();
  });
});
