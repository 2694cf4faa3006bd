import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** The Chromium to test with: `CHROMIUM`, else the usual place. */
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Whether browser tests can run here. In continuous integration they must, so there the answer is always yes. */
export const HAS_CHROMIUM = existsSync(CHROMIUM) || process.env.CI === 'true';

/** @throws Error where Chromium is not installed */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
}
