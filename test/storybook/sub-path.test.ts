import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumLaunch } from '../chromium.ts';
import { repository } from '../start/places.ts';
import { serveBelow, type SubPathServer } from './sub-path-server.ts';

const STORYBOOK = join(repository, 'node_modules/storybook/dist/bin/dispatcher.js');

let folder: string;
let server: SubPathServer;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storybook-'));
  // In a process of its own: in this one NODE_ENV says "test".
  await promisify(execFile)(
    process.execPath,
    [STORYBOOK, 'build', '--quiet', '--output-dir', folder],
    { cwd: repository, env: { ...process.env, NODE_ENV: 'production' } },
  );
  server = await serveBelow('/some/path/', folder);
  browser = await chromium.launch(chromiumLaunch);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The pages of the index, as Storybook itself reads it. */
const docsPages = async (): Promise<string[]> => {
  const { entries } = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
  return Object.values<{ id: string; type: string }>(entries)
    .filter(({ type }) => type === 'docs')
    .map(({ id }) => id);
};

const errorsOf = (page: Page): string[] => {
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    // Browsers ask for an icon where a page names none; Storybook's frame is no page for a person.
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) {
      said.push(`${page.url()}: ${message.text()}`);
    }
  });
  return said;
};

describe('a built Storybook below a path', { timeout: 180_000 }, () => {
  it('plays a story, with the network that the story brings', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}?path=/story/wizard-model-details--filled`);
    const story = page.frameLocator('#storybook-preview-iframe');
    await story.getByText(/NVIDIA knows the key ending in a1b2/).waitFor();
    await story.getByText('nvcr.io/nim/meta/llama-3.1-8b-instruct:1.15.5').first().waitFor();
    expect(server.missed).toEqual([]);
    await page.close();
  });

  it('shows each page of documentation, with the props of its own component, light and dark, and nothing goes wrong', async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(15_000);
    const said = errorsOf(page);
    const withoutTable: string[] = [];
    const ofThePageAround: string[] = [];
    const pages = await docsPages();
    for (const id of pages) {
      await page.goto(`${server.url}iframe.html?viewMode=docs&id=${id}`);
      await page.locator('#storybook-docs h1').waitFor();
      if ((await page.locator('#storybook-docs table').count()) === 0) {
        withoutTable.push(id);
      }
      const named = await page.locator('#storybook-docs h2 code').allInnerTexts();
      if (named.includes('StoryHost') || (isOfComponent(id) && named.length === 0)) {
        ofThePageAround.push(id);
      }
      await page.evaluate(() =>
        Reflect.get(window, '__STORYBOOK_ADDONS_CHANNEL__').emit('updateGlobals', {
          globals: { theme: 'dark' },
        }),
      );
      await page.locator('html.pf-v6-theme-dark').waitFor();
    }
    expect(pages.length).toBeGreaterThan(20);
    expect(withoutTable).toEqual(['the-submission--docs', 'writing-a-story--docs']);
    expect(ofThePageAround).toEqual([]);
    expect(said).toEqual([]);
    await page.close();
  });
});

const isOfComponent = (id: string): boolean =>
  /^(fields|review|settings-card|components)-/.test(id);
