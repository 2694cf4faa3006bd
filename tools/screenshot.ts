/** Takes pictures of pages for looking at and for the documentation.
 *  `node tools/screenshot.ts PAGE OUT-PREFIX [KEYS]` writes PREFIX-{desktop,phone}-{light,dark}.png; PAGE is a file or a
 *  local address; KEYS (such as `jjj`) are pressed first. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 360, height: 780 } } as const;

const [page, prefix, keys = ''] = process.argv.slice(2);
if (page === undefined || prefix === undefined) {
  console.error('usage: node tools/screenshot.ts PAGE OUT-PREFIX [KEYS]');
  process.exit(2);
}
const address = existsSync(page) ? pathToFileURL(resolve(page)).href : page;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
for (const [name, viewport] of Object.entries(SIZES))
  for (const colorScheme of ['light', 'dark'] as const) {
    const tab = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
    await tab.goto(address);
    await tab.waitForLoadState('networkidle');
    await tab.locator('h1').first().waitFor();
    for (const key of keys) await tab.keyboard.press(key);
    await tab.screenshot({ path: `${prefix}-${name}-${colorScheme}.png` });
    await tab.close();
  }
await browser.close();
