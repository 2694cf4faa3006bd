import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseRecord } from '../src/api/index.ts';
import { renderReport } from '../src/show/index.ts';
import { HAS_CHROMIUM, launchChromium } from './support/chromium.ts';
import { exampleRecord } from './support/example-record.ts';

const ROOT = new URL('../', import.meta.url);
const TIMEOUT = 60_000;
const SENTENCE = 'Rebels attacked an army convoy near the border on Monday, killing four soldiers.';

if (!HAS_CHROMIUM) console.warn('browser tests skipped: no Chromium at /usr/bin/chromium; name one in CHROMIUM');

describe.skipIf(!HAS_CHROMIUM)('in Chromium', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    browser = await launchChromium();
    folder = await mkdtemp(join(tmpdir(), 'lapwing-browser-'));
  }, TIMEOUT);
  afterAll(async () => {
    await browser?.close();
    if (folder) await rm(folder, { recursive: true });
  });

  /** Opens a record's page, with everything it complains of and every request beyond the file itself. */
  async function open(record: CaseRecord, size = { width: 1280, height: 900 }) {
    const address = pathToFileURL(join(folder, `${record.document.id}.html`)).href;
    await writeFile(fileURLToPath(address), renderReport(record));
    const page = await browser.newPage({ viewport: size, reducedMotion: 'reduce' });
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (request.url() !== address && !request.url().startsWith('data:')) requests.push(request.url());
    });
    await page.goto(address);
    return { page, complaints, requests };
  }

  const litEntry = (page: Page) => page.locator('.lists li.on').getAttribute('id');

  test('a report opens quietly and asks nothing of the network', { timeout: TIMEOUT }, async () => {
    const { page, complaints, requests } = await open(exampleRecord());
    expect(await page.locator('.lists li[data-key]').count()).toBeGreaterThan(20);
    expect(complaints).toEqual([]);
    expect(requests).toEqual([]);
    await page.close();
  });

  test('j and k walk the statements in the order of the text', { timeout: TIMEOUT }, async () => {
    const { page, complaints } = await open(exampleRecord());
    const seen: (string | null)[] = [];
    for (const key of ['j', 'j', 'j', 'k', 'k', 'k']) {
      await page.keyboard.press(key);
      seen.push(await litEntry(page));
    }
    expect(seen).toEqual(['c1', 'e1', 'c2', 'e1', 'c1', 'c1']);
    expect(await page.evaluate('document.activeElement.closest("li").id')).toBe('c1');
    expect(await page.locator('a[data-k~="c1"].on').count()).toBeGreaterThan(3);
    await page.keyboard.press('?');
    expect(await page.locator('#help').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('pointing at a mark, or reaching it with Tab, shows its entry', { timeout: TIMEOUT }, async () => {
    const { page, complaints } = await open(exampleRecord());
    await page.locator('a[data-p="e2"]').first().hover();
    expect(await litEntry(page)).toBe('e2');
    expect(await page.locator('#card').innerText()).toMatch(/denied/);
    await page.mouse.move(2, 2);
    await page.keyboard.press('Tab');
    expect(await litEntry(page)).toBe('e1');
    expect(await page.locator('#card').isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#e1');
    await page.locator('#e5 .go').click();
    expect(await page.locator('a[data-p="e5"].on').count()).toBe(1);
    await page.goBack();
    expect(new URL(page.url()).hash).toBe('#e1');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test.each([360, 760, 1024, 1920])('nothing is wider than a window of %i pixels', { timeout: TIMEOUT }, async (width) => {
    const { page } = await open(exampleRecord(), { width, height: 780 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.close();
  });

  test('hostile text stays text', { timeout: TIMEOUT }, async () => {
    const record = exampleRecord();
    const evil =
      '<script>alert(1)</script><img src="https://evil.example/x" onerror="alert(2)"></article><style>*{display:none}</style>\u202e\u2067';
    const document = {
      ...record.document,
      id: 'hostile',
      title: evil,
      source: evil,
      text: `${record.document.text}\n${evil} end`,
    };
    const actors = record.actors.map((actor) => ({ ...actor, name: evil + actor.name, aliases: [evil] }));
    const { page, complaints, requests } = await open({ ...record, document, actors });
    expect(await page.locator('.report').innerText()).toContain('<script>alert(1)</script>');
    expect(await page.evaluate('document.querySelectorAll("img, .report script, .report style").length')).toBe(0);
    expect(await page.evaluate('/[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.body.innerText + document.title)')).toBe(
      false,
    );
    await page.keyboard.press('j');
    expect(await litEntry(page)).toBe('c1');
    expect(complaints).toEqual([]);
    expect(requests).toEqual([]);
    await page.close();
  });

  test('the engine reads a sentence without Node, and as it does in Node', { timeout: TIMEOUT }, async () => {
    const bundle = await build({
      entryPoints: [fileURLToPath(new URL('test/support/browser-engine.ts', ROOT))],
      ...{ bundle: true, write: false, format: 'iife', globalName: 'lapwing', platform: 'browser', target: 'es2022' },
      logLevel: 'silent',
    });
    const script = bundle.outputFiles[0]?.text ?? '';
    expect(script).not.toMatch(/["']node:/);
    const { createEngine, readDataFiles } = await import('../src/engine/index.ts');
    const { makeArticle } = await import('../src/read/index.ts');
    const [weights, data] = await Promise.all([
      readFile(new URL('weights/english.bin', ROOT)),
      readDataFiles(new URL('data/', ROOT)),
    ]);
    const files: Readonly<Record<string, { readonly body: string | Buffer; readonly contentType: string }>> = {
      '/': { body: '<!doctype html><title>engine</title>', contentType: 'text/html' },
      '/weights': { body: weights, contentType: 'application/octet-stream' },
      '/data': { body: JSON.stringify([...data]), contentType: 'application/json' },
    };
    const page = await browser.newPage();
    await page.route('**/*', (route) => {
      const file = files[new URL(route.request().url()).pathname];
      return file ? route.fulfill(file) : route.abort();
    });
    await page.goto('http://lapwing.test/');
    await page.addScriptTag({ content: script });
    const record = await page.evaluate<CaseRecord>(`(async () => {
      const weights = new Uint8Array(await (await fetch('/weights')).arrayBuffer());
      const data = new Map(await (await fetch('/data')).json());
      const engine = lapwing.createEngine({ weights, data });
      const article = lapwing.makeArticle(${JSON.stringify(SENTENCE)}, 'sentence');
      if (!article.ok) throw new Error(article.problem.detail);
      return engine.record(article.value);
    })()`);
    const article = makeArticle(SENTENCE, 'sentence');
    expect(article.ok && record).toEqual(article.ok && createEngine({ weights, data }).record(article.value));
    expect(record.events.map(({ type }) => type)).toContain('ASSAULT');
    for (const { trigger } of record.events) expect(record.document.text.slice(trigger.start, trigger.end)).toBe(trigger.text);
    await page.close();
  });
});
