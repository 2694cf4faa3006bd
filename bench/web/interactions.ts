/** How quick the page stays with 20,000 events: `node bench/web/interactions.ts`. Prints, per interaction, the time from the key or
 * wheel to the second frame after it in headless Chromium, and the processor time that its main thread took for that: the machine may have
 * other work, which the first counts and the second does not. */
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

const session = await page.context().newCDPSession(page);
await session.send('Performance.enable', { timeDomain: 'threadTicks' });

/** Milliseconds of processor time of the page's main thread so far. */
async function spent(): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}

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

/** @param ready what must be there before anything is done */
async function measure(name: string, path: string, ready: string, script: string): Promise<void> {
  const opened = performance.now();
  await page.goto(server.address + path);
  await page.locator(ready).first().waitFor({ timeout: 240_000 });
  const load = Math.round(performance.now() - opened);
  const times: number[] = [];
  const busy: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const before = await spent();
    times.push(await timed(script));
    busy.push((await spent()) - before);
  }
  times.sort((a, b) => a - b);
  busy.sort((a, b) => a - b);
  report[name] = {
    openMs: load,
    medianMs: Math.round(times[TIMES / 2] ?? 0),
    p95Ms: Math.round(times[Math.ceil(TIMES * 0.95) - 1] ?? 0),
    busyMedianMs: Math.round(busy[TIMES / 2] ?? 0),
    busyP95Ms: Math.round(busy[Math.ceil(TIMES * 0.95) - 1] ?? 0),
  };
}

const key = (name: string) => `dispatchEvent(new KeyboardEvent('keydown', { key: '${name}', bubbles: true }))`;
const click = (selector: string) => `document.querySelector(${JSON.stringify(selector)}).click()`;
/** Sets a field as a reader does. */
const choose = (selector: string, value: string) => `(() => {
  const field = document.querySelector(${JSON.stringify(selector)});
  const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set;
  set.call(field, ${value});
  field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
})()`;
const ALTERNATELY = (one: string, other: string) => `(globalThis.turn = !globalThis.turn) ? ${one} : ${other}`;

await measure(
  'overview, open help',
  '/',
  'h1',
  `document.querySelectorAll('dialog')[0].showModal(); document.querySelectorAll('dialog')[0].close()`,
);
await measure('list of moves, scroll', '/incidents', '.long > li', 'scrollBy(0, 600)');
await measure('list of moves, next line', '/incidents', '.long > li', key('j'));
await measure('list of claims, scroll', '/claims', '.long > li', 'scrollBy(0, 600)');
await measure('list of reports, scroll', '/documents', '.long > li', 'scrollBy(0, 600)');
await measure('exchange, next move', '/exchange?a=PAK&b=AFG', '.rung', key('j'));
await measure('exchange, third parties', '/exchange?a=PAK&b=AFG', '.rung', click('.ladder-head input'));
await measure(
  'timeline, open the table',
  '/timeline',
  '.picture svg rect',
  `document.querySelector('.twin').toggleAttribute('open')`,
);
await measure(
  'map, closer and farther',
  '/map',
  '.disc',
  ALTERNATELY(click('.zoom button'), click('.zoom button:nth-child(2)')),
);
await measure(
  'network, day slider',
  '/network',
  '.graph canvas',
  choose('.slider input', ALTERNATELY('field.min', 'field.max')),
);
const id = syntheticRecord(0, EVENTS).document.id;
await measure('reader, next entry', `/documents/${id}`, '.entries li', key('j'));
await measure(
  'reader, correct and cancel',
  `/documents/${id}?entry=e1`,
  '.entry',
  ALTERNATELY(key('c'), click('form.correct button:last-child')),
);
console.log(JSON.stringify(report, null, 2));
await browser.close();
await server.close();
