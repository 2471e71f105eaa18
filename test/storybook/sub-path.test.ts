import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright';
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

describe('a built Storybook below a path', { timeout: 60_000 }, () => {
  it('plays a story, with the network that the story brings', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}?path=/story/wizard-model-details--filled`);
    const story = page.frameLocator('#storybook-preview-iframe');
    await story.getByText(/NVIDIA knows the key ending in a1b2/).waitFor();
    await story.getByText('nvcr.io/nim/meta/llama-3.1-8b-instruct:1.15.5').first().waitFor();
    expect(server.missed).toEqual([]);
  });
});
