import { spawnSync, type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selfSigned } from '../../src/verifier/self-signed.fixture.ts';
import { secureFetch, type SecureFetch } from '../apiserver/secure-fetch.ts';
import { isJsonObject, listAt, objectAt, textAt } from '../embedded/cluster/json.ts';
import { productionPackages, readContainerfile } from './manifests/containerfile.ts';
import { repository } from './manifests/kubectl.ts';
import { objectIn, objectsOf } from './manifests/written.ts';

// No container engine is needed: the files are laid out as the image's last stage has them, and its very command is run.

const nobody = '65534';

/** Becomes nobody on a file system of which every part that is a disk cannot be written; only root can do that. */
const isolated = [
  'unshare',
  '--mount',
  'sh',
  '-c',
  `mount --make-rprivate / && mount -o remount,ro,bind / && exec setpriv --reuid=${nobody} --regid=${nobody} --clear-groups "$@"`,
  'sh',
];
const canIsolate =
  spawnSync(isolated[0] ?? '', [...isolated.slice(1), 'true'], { stdio: 'ignore' }).status === 0;
const asThisUser = canIsolate ? '' : ' (as this user: only root can become another)';

const hasProc = process.platform === 'linux';

const image = readContainerfile();

const build = (folder: string): void => {
  const outputs = { plugin: 'plugin', entry: 'plugin', service: 'service' };
  for (const [mode, output] of Object.entries(outputs)) {
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        join(repository, 'node_modules/vite/bin/vite.js'),
        'build',
        `--mode=${mode}`,
        `--outDir=${join(folder, 'dist', output)}`,
      ],
      { cwd: repository, encoding: 'utf8' },
    );
    if (status !== 0) {
      throw new Error(`the build of ${mode} failed:\n${stderr}`);
    }
  }
};

/** The image's folder: what its COPY lines bring. */
const layOut = (folder: string): void => {
  build(folder);
  cpSync(join(repository, 'package.json'), join(folder, 'package.json'));
  for (const name of productionPackages()) {
    cpSync(join(repository, name), join(folder, name), { recursive: true });
  }
};

/** What the Deployment says of the service's container. */
const container = (): unknown => {
  const deployment = objectIn(objectsOf('manifests/base'), 'Deployment', 'odh-nim-wizard');
  const pod = objectAt(objectAt(objectAt(deployment, 'spec'), 'template'), 'spec');
  return listAt(pod, 'containers')[0];
};

/** The container's variables as the Deployment has them, with its files and the image's folder in ours. */
const environmentIn = (folder: string, mounts: string): Record<string, string> => {
  const given = listAt(container(), 'env').map((variable): [string, string] => [
    textAt(variable, 'name') ?? '',
    (textAt(variable, 'value') ?? '').replace(/^\/etc\/.*\//, `${mounts}/`),
  ]);
  const ofImage = Object.entries(image.environment).map(([name, value]): [string, string] => [
    name,
    value.replace(image.folder, folder),
  ]);
  return {
    PATH: `${join(process.execPath, '..')}:/usr/bin:/bin:/usr/sbin:/sbin`,
    ...Object.fromEntries([...ofImage, ...given]),
    NIM_WIZARD_HOST: '127.0.0.1',
    NIM_WIZARD_PORT: '0',
    NIM_WIZARD_METRICS_PORT: '0',
  };
};

interface Running {
  child: ChildProcess;
  url: string;
  client: SecureFetch;
}

const start = async (folder: string): Promise<Running> => {
  const mounts = mkdtempSync(join(tmpdir(), 'nim-wizard-mounts-'));
  const { key, cert } = selfSigned();
  const files = { 'tls.key': key, 'tls.crt': cert, 'ca.crt': cert };
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(mounts, name), content);
  }
  spawnSync('chmod', ['a+rX', mounts]);
  const [program = '', ...args] = [...(canIsolate ? isolated : []), ...image.command];
  const child = spawn(program, args, {
    cwd: folder,
    env: environmentIn(folder, mounts),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const said: unknown = JSON.parse(line);
    if (textAt(said, 'msg') === 'ready') {
      rmSync(mounts, { recursive: true });
      return { child, url: textAt(said, 'url') ?? '', client: secureFetch(cert) };
    }
  }
  throw new Error('the image’s command ended before it was ready');
};

const processStatus = ({ child }: Running): string =>
  readFileSync(`/proc/${child.pid}/status`, 'utf8');

describe(`the container image${asThisUser}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'nim-wizard-image-'));
  let running: Running;

  beforeAll(async () => {
    layOut(folder);
    spawnSync('chmod', ['-R', 'a+rX,a-w', folder]);
    running = await start(folder);
  });
  afterAll(async () => {
    running?.child.kill('SIGKILL');
    await running?.client.close();
    spawnSync('chmod', ['-R', 'u+w', folder]);
    rmSync(folder, { recursive: true });
  });
  const fetch = (path: string, init?: RequestInit): Promise<Response> =>
    running.client.fetch(new Request(`${running.url}${path}`, init));

  it('holds what is built, its packages, and nothing of the sources', () => {
    expect(image.copies).toEqual([
      { stage: 'packages', from: '/packages/node_modules', to: './node_modules' },
      { stage: 'build', from: '/build/package.json', to: './package.json' },
      { stage: 'build', from: '/build/dist', to: './dist' },
    ]);
  });

  it('names a user by number that is not root', () => {
    expect(Number(image.user)).toBeGreaterThan(0);
  });

  it('is healthy by the probes of the Deployment', async () => {
    const answer = await fetch('/healthz');
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('serves the plugin’s entry and the code behind it', async () => {
    const paths = ['/remoteEntry.js', '/fields.js', '/deployment.js'];
    const answers = await Promise.all(paths.map((path) => fetch(path)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('asks who wants a key verified', async () => {
    const answer = await fetch('/api/v1/keys/verify', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ project: 'nim-demo', key: 'nvapi-x' }),
    });
    const status: unknown = await answer.json();
    expect([answer.status, isJsonObject(status) && status['reason']]).toEqual([
      401,
      'Unauthorized',
    ]);
  });

  it.skipIf(!canIsolate)('runs as a user that nobody told it of, and can become no other', () => {
    const status = processStatus(running);
    expect(status).toContain(`Uid:\t${nobody}\t${nobody}\t${nobody}\t${nobody}`);
    expect(status).toMatch(/^CapEff:\t0+$/m);
  });

  it.skipIf(!hasProc)('is one process', () => {
    const { pid } = running.child;
    expect(readFileSync(`/proc/${pid}/comm`, 'utf8').trim()).toMatch(/^(node|MainThread)$/);
    const children = readdirSync(`/proc/${pid}/task`).map((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8'),
    );
    expect(children.join('')).toBe('');
  });

  it.skipIf(!hasProc)('has half of the memory that the Deployment allows left', () => {
    const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(processStatus(running))?.[1]);
    const limit = textAt(objectAt(objectAt(container(), 'resources'), 'limits'), 'memory') ?? '';
    expect(kilobytes / 1024).toBeLessThan(Number(limit.replace('Mi', '')) / 2);
  });

  it('ends by itself when it is told to', async () => {
    const ended = once(running.child, 'exit');
    running.child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});
