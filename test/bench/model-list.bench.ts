import { chromium, type CDPSession, type Page } from '@playwright/test';
import { chromiumLaunch } from '../chromium.ts';
import { randomKeys } from '../e2e/random-keys.ts';
import { startStack } from '../e2e/stack.ts';
import { catalogInShards, manyModels } from '../factories/many-models.factory.ts';
import type { Bench, Figure } from './bench.ts';
import { percentile } from './load.ts';
import { build } from './build.ts';

const MODELS = 10_000;
const ALL = MODELS.toLocaleString('en');
const OPENINGS = 20;
/** Ten keystrokes a second are a fast typist's. */
const BETWEEN_KEYS_MS = 100;
const QUERIES = ['nemotrn 77', 'llama 8b instruct', 'qwen 42', 'embeding', 'mistral publisher-7'];

const rowsOf = (page: Page) => page.getByRole('listbox', { name: 'Models' }).getByRole('option');

const combobox = (page: Page) => page.getByRole('combobox', { name: 'Model' });

/**
 * Does something in the page and says how many milliseconds pass until its handlers have run, React has
 * rendered and the browser knows the layout. Waiting for the next picture is not in it.
 */
const timed = async (page: Page, event: string, act: () => Promise<void>): Promise<number> => {
  await page.evaluate((name) => {
    const state = window as unknown as { took?: Promise<number> };
    state.took = new Promise((resolve) => {
      addEventListener(
        name,
        () => {
          const begun = performance.now();
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => {
            document.body.getBoundingClientRect();
            resolve(performance.now() - begun);
          });
          port1.start();
          port2.postMessage(undefined);
        },
        { capture: true, once: true },
      );
    });
  }, event);
  await act();
  return page.evaluate(() => (window as unknown as { took: Promise<number> }).took);
};

/** How many milliseconds pass from a keystroke to the list that it leads to; 0 if it was there at once. */
const untilListed = async (page: Page, key: string): Promise<number> => {
  await page.evaluate(() => {
    const state = window as unknown as { listed?: Promise<number> };
    state.listed = new Promise((resolve) => {
      let begun = 0;
      const look = () =>
        document.querySelector('[aria-busy="true"]')
          ? setTimeout(look)
          : resolve(performance.now() - begun);
      const begin = () => {
        begun = performance.now();
        setTimeout(look);
      };
      addEventListener('input', begin, { capture: true, once: true });
    });
  });
  await page.keyboard.type(key);
  return page.evaluate(() => (window as unknown as { listed: Promise<number> }).listed);
};

const megabytes = async (devtools: CDPSession): Promise<number> => {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
};

const openings = async (page: Page): Promise<number[]> => {
  const times: number[] = [];
  await rowsOf(page).first().click();
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    times.push(await timed(page, 'click', () => combobox(page).click()));
    await page.keyboard.press('Escape');
  }
  return times;
};

const keystrokes = async (
  page: Page,
): Promise<{ times: number[]; listed: number[]; rows: number }> => {
  const times: number[] = [];
  const listed: number[] = [];
  let rows = 0;
  for (const query of QUERIES) {
    await combobox(page).fill('');
    for (const key of query) {
      await page.waitForTimeout(BETWEEN_KEYS_MS);
      times.push(await timed(page, 'input', () => page.keyboard.type(key)));
      rows = Math.max(rows, await rowsOf(page).count());
    }
    await combobox(page).fill('');
    for (const key of query) {
      await page.waitForTimeout(BETWEEN_KEYS_MS);
      listed.push(await untilListed(page, key));
    }
  }
  return { times, listed, rows };
};

const measure = async (page: Page, url: string): Promise<Figure[]> => {
  const devtools = await page.context().newCDPSession(page);
  await page.goto(`${url}/projects/nim-demo/deploy`);
  await page.getByRole('button', { name: /^Model location: / }).click();
  const before = await megabytes(devtools);
  await page.getByRole('option', { name: 'NVIDIA NIM' }).click();
  await page.getByText(`${ALL} models`, { exact: true }).waitFor();
  const first = await page.evaluate(() => {
    const shards = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const last = shards.filter(({ name }) => name.includes('/configmaps/nim-models-data'));
    return performance.now() - Math.max(...last.map(({ responseEnd }) => responseEnd));
  });
  await combobox(page).fill('nemotron');
  await page.getByText(new RegExp(`^[\\d,]+ of ${ALL} models$`)).waitFor();
  await combobox(page).fill('');
  const memory = (await megabytes(devtools)) - before;
  const opened = await openings(page);
  const { times, listed, rows } = await keystrokes(page);
  return [
    { what: 'from the catalog’s last byte to the list', value: first, unit: 'ms' },
    { what: 'opening, p50', value: percentile(opened, 50), unit: 'ms' },
    { what: 'opening, longest', value: Math.max(...opened), unit: 'ms', atMost: 100 },
    { what: 'a keystroke, p50', value: percentile(times, 50), unit: 'ms' },
    { what: 'a keystroke, p95', value: percentile(times, 95), unit: 'ms', atMost: 16 },
    { what: 'from a keystroke to its list, p95', value: percentile(listed, 95), unit: 'ms' },
    { what: 'rows on the page', value: rows, unit: '', atMost: 60 },
    { what: 'memory of catalog and list', value: memory, unit: 'MB', atMost: 40 },
  ];
};

const run = async (): Promise<Figure[]> => {
  build('plugin', 'service', 'devhost');
  const stack = await startStack({
    seed: {
      without: [{ kind: 'ConfigMap', name: 'nim-models-data' }],
      with: catalogInShards(manyModels(MODELS)),
    },
    nimConfig: undefined,
    keys: randomKeys('bench'),
  });
  const browser = await chromium.launch(chromiumLaunch);
  try {
    return await measure(await browser.newPage(), stack.url);
  } finally {
    await browser.close();
    await stack.stop();
  }
};

export const bench: Bench = {
  name: 'model-list',
  about: `the list of a catalog of ${ALL} models in Chromium, production build (40 s)`,
  run,
};
