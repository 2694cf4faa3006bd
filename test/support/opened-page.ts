import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { loadEngine } from '../../src/engine/index.ts';
import { loadSamples } from '../../src/server/index.ts';
import { hostileRecord } from '../web/hostile-record.ts';
import { launchChromium } from './chromium.ts';
import { servePage } from './page-server.ts';

const DESKTOP = { width: 1280, height: 900 };

/** A view in a tab, with everything it complained of and every request that left its server. */
export interface OpenedPage {
  readonly page: Page;
  readonly complaints: () => readonly string[];
}

/** The sample case and a hostile report in Chromium. */
export interface PageTests {
  readonly address: string;
  readonly browser: Browser;
  /** Id of a report with many entries. */
  readonly report: string;
  /** Opens a view; `REPORT` in its address stands for that id. */
  open(path: string, within?: BrowserContext): Promise<OpenedPage>;
  /** A browser in which somebody has said under what name they decide. */
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** Serves the page and opens Chromium. */
export async function openPageTests(): Promise<PageTests> {
  const [engine, articles] = await Promise.all([loadEngine(), loadSamples()]);
  const records = articles.map((article) => engine.record(article));
  const report = records[4]?.document.id ?? '';
  const server = await servePage([...records, hostileRecord()]);
  const browser = await launchChromium();
  const newContext = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce', ...options });
    await context.addInitScript("localStorage.setItem('lapwing.reviewer', 'ana')");
    return context;
  };
  const context = await newContext();
  return {
    ...{ address: server.address, browser, report, newContext },
    open: async (path, within = context) => {
      const page = await within.newPage();
      const complaints = listen(page, server.address);
      await page.goto(server.address + path.replace('REPORT', report));
      await page.waitForLoadState('networkidle');
      return { page, complaints: () => complaints.filter((line) => !/GPU stall|WebGL|swiftshader/i.test(line)) };
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

function listen(page: Page, address: string): readonly string[] {
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
    if (!request.url().startsWith(address) && !/^(?:data|blob):/.test(request.url()))
      complaints.push(`asked for ${request.url()}`);
  });
  return complaints;
}
