import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright';
import { chromiumLaunch } from '../../chromium.ts';
import {
  createEmbeddedCluster,
  type EmbeddedCluster,
} from '../../embedded/cluster/embedded-cluster.ts';
import { serveCluster } from '../../embedded/cluster/serve.node.ts';
import { loadManifests } from '../../embedded/seed/manifests.node.ts';
import { dashboardNamespace, seedObjects, seedUsers } from '../../embedded/seed/seed.ts';
import { startFixtureService, type FixtureService } from '../fixtures/fixture-service.ts';
import { startDevServer } from '../server/dev-server.ts';

/** A page and everything that its console said. */
export interface OpenPage {
  page: Page;
  said: string[];
}

export interface RunningDashboard {
  url: string;
  cluster: EmbeddedCluster;
  /** Decides which fixture is the remote, for pages opened from now on. */
  service: FixtureService;
  /** Opens a page as one of the seeded users. */
  open(path: string, user?: string): Promise<OpenPage>;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** In a process of its own: in this one NODE_ENV says "test", and React would not be its production build. */
const buildClient = async (outDir: string): Promise<void> => {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const options = ['build', '--mode', 'devhost', '--outDir', outDir, '--emptyOutDir'];
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, ...options], { cwd: root, env });
};

/** The dashboard's production build in Chromium, over an embedded cluster, with a fixture for a remote. */
export const openDashboard = async (): Promise<RunningDashboard> => {
  const clientDir = await mkdtemp(join(tmpdir(), 'devhost-client-'));
  await buildClient(clientDir);
  const cluster = createEmbeddedCluster({
    objects: seedObjects(loadManifests()),
    users: seedUsers,
  });
  const served = await serveCluster(cluster);
  const service = await startFixtureService('good');
  const users = seedUsers;
  const server = await startDevServer({
    port: 0,
    clientDir,
    cluster: served,
    dashboardNamespace,
    users,
    service,
  });
  const browser = await chromium.launch(chromiumLaunch);
  const contexts = new Map<string, Promise<BrowserContext>>();
  return {
    url: server.url,
    cluster,
    service,
    open: async (path, user = 'admin') => {
      const context = contexts.get(user) ?? newContext(browser, server.url, user);
      contexts.set(user, context);
      return openPage(await context, `${server.url}${path}`);
    },
    stop: async () => {
      await browser.close();
      await server.stop();
      await Promise.all([service.stop(), served.stop(), rm(clientDir, { recursive: true })]);
    },
  };
};

/** One a user: pages of it share what they have loaded. */
const newContext = async (browser: Browser, url: string, user: string): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(20_000);
  await context.addCookies([{ name: 'devhost-user', value: user, url }]);
  return context;
};

const openPage = async (context: BrowserContext, url: string): Promise<OpenPage> => {
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, said };
};

/** Whether something is shown, or is before long. */
export const isShown = async (locator: Locator): Promise<boolean> => {
  try {
    await locator.waitFor();
    return true;
  } catch {
    return false;
  }
};
