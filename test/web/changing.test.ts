import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HAS_CHROMIUM } from '../support/chromium.ts';
import { type OpenedPage, openPageTests, type PageTests } from '../support/opened-page.ts';
import { HAS_PAGE } from '../support/page-server.ts';

const TIMEOUT = 240_000;

describe.skipIf(!HAS_CHROMIUM || !HAS_PAGE)('changing a case', () => {
  let tests: PageTests;
  beforeAll(async () => {
    tests = await openPageTests();
  }, TIMEOUT);
  afterAll(() => tests?.close());
  const open = (path: string): Promise<OpenedPage> => tests.open(path);

  test('a report is walked, corrected in place and undone by keys', { timeout: TIMEOUT }, async () => {
    const { page, complaints } = await open('/documents/REPORT');
    for (const key of ['j', 'j', 'k']) await page.keyboard.press(key);
    await page.waitForURL(/entry=/);
    await page.goto(`${tests.address}/documents/${tests.report}?entry=e1`);
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

  test('a report says by which rules an entry was coded', { timeout: TIMEOUT }, async () => {
    const { page, complaints } = await open('/documents/REPORT?entry=e1');
    await page.getByText('Why it was coded').click();
    await page.locator('.rules code').first().waitFor();
    expect(await page.locator('.rules li', { hasText: 'coded' }).count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
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

  test('files dropped onto any page are read, each that cannot be with its reason', { timeout: TIMEOUT }, async () => {
    const { page, complaints } = await open('/actors');
    await page.evaluate(`(() => {
      const data = new DataTransfer();
      const add = (name, content) => data.items.add(new File([content], name));
      for (let at = 1; at <= 6; at++)
        add('report-' + at + '.txt', 'Gunmen attacked convoy ' + at + ' near the river on Friday, killing ' + at + ' soldiers, the army said.');
      add('empty.txt', '');
      add('photo.png', new Uint8Array(4000).map((_, at) => (at * 37) % 256));
      add('ru.txt', 'Боевики атаковали колонну армии у границы в понедельник, убив четырёх солдат, сообщили военные.');
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    })()`);
    await page.waitForURL(/job=/);
    await page.getByText('Done: 9 of 9 reports, 3 could not be read').waitFor();
    const problems = await page.getByLabel('Could not be read').innerText();
    for (const said of [
      'empty.txt: there is nothing in it',
      'photo.png: not a text file',
      'ru.txt: the text is not in English',
    ])
      expect(problems).toContain(said);
    expect(complaints()).toEqual([]);
    await page.close();
  });

  test('a text that is pasted onto a page becomes a report', { timeout: TIMEOUT }, async () => {
    const { page, complaints } = await open('/map');
    await page.evaluate(`(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'Envoys of both sides met on Sunday and agreed to reopen the crossing, a spokesman said after the talks.');
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    })()`);
    await page.getByText('Done: 1 of 1 report').waitFor();
    expect(complaints()).toEqual([]);
    await page.close();
  });

  test('who decides is asked once and stands in the history', { timeout: TIMEOUT }, async () => {
    const context = await tests.browser.newContext({ reducedMotion: 'reduce' });
    const { page, complaints } = await tests.open('/documents/REPORT?entry=e2', context);
    await page.getByRole('button', { name: /^Correct/ }).waitFor();
    await page.keyboard.press('a');
    await page.getByLabel('Your name').fill('Noor J.');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.locator('.history li', { hasText: 'Noor J.: accept' }).waitFor();
    await page.keyboard.press('u');
    await page.locator('.history .undone').waitFor();
    expect(await page.locator('.history li').first().innerText()).toContain('Noor J.: undo');
    expect(complaints()).toEqual([]);
    await context.close();
  });

  test('a line of a list is rejected by keys and taken back', { timeout: TIMEOUT }, async () => {
    const { page, complaints } = await open('/claims');
    const total = async () => Number(await page.locator('.long > li').first().getAttribute('aria-setsize'));
    await page.locator('.long .claim').first().waitFor();
    const before = await total();
    await page.keyboard.press('j');
    await page.keyboard.press('r');
    await page.getByText('Rejected: 1 entry.').waitFor();
    await expect.poll(total).toBe(before - 1);
    await page.keyboard.press('u');
    await expect.poll(total).toBe(before);
    expect(complaints()).toEqual([]);
    await page.close();
  });

  test('what was accepted stays away where only what waits is asked for', { timeout: TIMEOUT }, async () => {
    const { page, complaints } = await open('/claims?speaker=PAK');
    await page.locator('.long .claim').first().hover();
    await page.getByRole('button', { name: 'Right' }).first().click();
    await page.locator('.is-reviewed').first().waitFor();
    await page.getByLabel('not yet reviewed').check();
    await page.waitForURL(/review=waiting/);
    await page.getByText('1 reviewed already and left out.').waitFor();
    expect(await page.locator('.is-reviewed').count()).toBe(0);
    await page.keyboard.press('u');
    await page.getByText('reviewed already').waitFor({ state: 'detached' });
    expect(complaints()).toEqual([]);
    await page.close();
  });

  test('two incidents are merged, and a telling is taken out again', { timeout: TIMEOUT }, async () => {
    const { page, complaints } = await open('/incidents?type=ASSAULT&status=actual');
    await page.locator('.incident .head > a').first().click();
    const statements = page.locator('.statements > li');
    await statements.first().waitFor();
    const before = await statements.count();
    await page.getByRole('button', { name: 'The same as another incident…' }).click();
    await page.getByLabel('also those without a party in common').check();
    await page.locator('.offered input[name=other]').first().check();
    await page.getByLabel('why').fill('the same blast');
    await page.getByRole('button', { name: 'They are one' }).click();
    await expect.poll(() => statements.count()).toBeGreaterThan(before);
    const merged = await statements.count();
    await statements.last().getByRole('button', { name: 'Tells of something else' }).click();
    await page.getByRole('button', { name: 'Take it out' }).click();
    await expect.poll(() => statements.count()).toBeLessThan(merged);
    // An incident that loses its first telling gets another id: the old one is asked for once more before the page follows.
    expect(complaints().filter((line) => !line.includes('404'))).toEqual([]);
    await page.close();
  });

  test('two actors are merged, told so, and parted again', { timeout: TIMEOUT }, async () => {
    const { page, complaints } = await open('/actors/PAK');
    const statusOf = async (id: string) => (await fetch(`${tests.address}/api/actors/${id}`)).status;
    await page.getByRole('button', { name: 'The same as another actor…' }).click();
    await page.getByRole('searchbox', { name: 'name' }).fill('Afghanistan');
    await page.locator('.offered label', { hasText: 'Afghanistan' }).locator('input').first().check();
    await page.getByRole('button', { name: 'They are one' }).click();
    await page.locator('.history li', { hasText: 'ana: merge' }).waitFor();
    expect(await statusOf('AFG')).toBe(404);
    await page.getByRole('button', { name: 'take back' }).click();
    await page.locator('.history .undone').waitFor();
    expect(await statusOf('AFG')).toBe(200);
    await page.getByRole('button', { name: 'Some reports mean another…' }).click();
    await page.locator('.offered input[name=document]').first().check();
    await page.getByLabel('who is meant').fill('Quarterdeck Union');
    await page.getByRole('button', { name: 'Part them' }).click();
    await page.locator('.history li', { hasText: 'ana: split' }).waitFor();
    expect(await statusOf('quarterdeck-union')).toBe(200);
    await page.getByRole('button', { name: 'take back' }).click();
    await expect.poll(() => page.locator('.history .undone').count()).toBe(2);
    expect(complaints()).toEqual([]);
    await page.close();
  });
});
