/** How quick the page stays with 20,000 events: `node bench/web/interactions.ts`. Prints, per interaction, the time from the key or
 * wheel to the second frame after it in headless Chromium, and the size of the overview's first load. */
import { launchChromium } from '../../test/support/chromium.ts';
import { servePage } from '../../test/support/page-server.ts';
import { syntheticRecord } from '../../test/support/synthetic-record.ts';

const REPORTS = 200;
const EVENTS = 100;
const TIMES = 20;

const server = await servePage(Array.from({ length: REPORTS }, (_, number) => syntheticRecord(number, EVENTS)));
const browser = await launchChromium();
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
const report: Record<string, unknown> = { events: REPORTS * EVENTS };

/** Milliseconds until the second frame after something was done. */
async function timed(script: string): Promise<number> {
  return Number(
    await page.evaluate(`new Promise((done) => {
      const start = performance.now();
      ${script};
      requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
    })`),
  );
}

async function measure(name: string, path: string, script: string): Promise<void> {
  const opened = performance.now();
  await page.goto(server.address + path);
  await page.waitForLoadState('networkidle');
  const load = Math.round(performance.now() - opened);
  const times: number[] = [];
  for (let time = 0; time < TIMES; time++) times.push(await timed(script));
  times.sort((a, b) => a - b);
  report[name] = {
    openMs: load,
    medianMs: Math.round(times[TIMES / 2] ?? 0),
    p95Ms: Math.round(times[Math.ceil(TIMES * 0.95) - 1] ?? 0),
  };
}

const key = (name: string) => `dispatchEvent(new KeyboardEvent('keydown', { key: '${name}', bubbles: true }))`;
await measure(
  'overview, open help',
  '/',
  `document.querySelector('dialog').showModal(); document.querySelector('dialog').close()`,
);
await measure('list of moves, scroll', '/incidents', 'scrollBy(0, 600)');
await measure('exchange, next move', '/exchange?a=PAK&b=AFG', key('j'));
await measure('timeline, open the table', '/timeline', `document.querySelector('.twin').toggleAttribute('open')`);
const id = syntheticRecord(0, EVENTS).document.id;
await measure('reader, next entry', `/documents/${id}`, key('j'));
console.log(JSON.stringify(report, null, 2));
await browser.close();
await server.close();
