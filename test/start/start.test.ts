import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { stringify } from 'yaml';
import { testKeys } from '../embedded/nvidia/test-keys.ts';
import { assertBuilt, buildAll } from './build.ts';
import { repository } from './places.ts';
import { createStopList } from './stop-list.ts';

interface Started {
  process: ChildProcess;
  out: () => string;
  err: () => string;
  ended: Promise<number | string | null>;
}

const groups: number[] = [];
afterEach(() => {
  for (const group of groups.splice(0).filter(isAlive)) {
    process.kill(-group, 'SIGKILL');
  }
});

/** A group of processes is alive as long as one of its processes is. */
const isAlive = (group: number): boolean => {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
};

/** `npm start -- args`, in a process group of its own as a terminal would have it. */
const npmStart = (args: string[], environment: NodeJS.ProcessEnv = {}): Started => {
  const child = spawn(
    process.execPath,
    ['.ci/setup.mjs', '--', 'test/start/main.ts', '--port', '0', ...args],
    { cwd: repository, detached: true, env: { ...process.env, ...environment } },
  );
  groups.push(child.pid ?? 0);
  const text = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (text.out += String(chunk)));
  child.stderr.on('data', (chunk) => (text.err += String(chunk)));
  return {
    process: child,
    out: () => text.out,
    err: () => text.err,
    ended: new Promise((resolve) => {
      child.on('close', (code, signal) => resolve(code ?? signal));
    }),
  };
};

const readyAt = (started: Started): Promise<string> =>
  vi.waitFor(
    () => {
      const url = /^Ready: (http:\/\/localhost:\d+)$/m.exec(started.out())?.[1];
      if (url === undefined) {
        throw new Error(`not ready: ${started.err()}`);
      }
      return url;
    },
    { timeout: 60_000, interval: 50 },
  );

const groupOf = (started: Started): number => started.process.pid ?? 0;

/** The process in a group that runs the plugin's service, as Linux lists it. */
const serviceOf = (group: number): number => {
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((pid) => {
      const isService = readProc(pid, 'cmdline').includes('dist/service/main.js');
      // The fifth field of `stat` is the process group; the second, in brackets, may hold blanks.
      return isService && readProc(pid, 'stat').split(') ')[1]?.split(' ')[2] === String(group);
    });
  return Number(found);
};

/** Empty if the process has ended since. */
const readProc = (pid: string, name: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
};

/** Within the three seconds that stopping may take, no process of the group is there any more. */
const isGone = (started: Started): Promise<boolean> =>
  vi.waitFor(
    () => {
      if (isAlive(groupOf(started))) {
        throw new Error('some process is still there');
      }
      return true;
    },
    { timeout: 3_000, interval: 20 },
  );

beforeAll(async () => {
  try {
    assertBuilt();
  } catch {
    await buildAll(createStopList());
  }
}, 120_000);

describe('npm start', { timeout: 60_000 }, () => {
  it('serves dashboard, plugin, cluster and key verification, and ends with Ctrl-C', async () => {
    const started = npmStart(['--no-build']);
    const url = await readyAt(started);
    expect((await fetch(url, { headers: { accept: 'text/html' } })).status).toBe(200);
    const entry = await fetch(`${url}/_mf/nimWizard/remoteEntry.js`);
    expect(entry.headers.get('cache-control')).toBe('no-cache');
    const catalog = await fetch(
      `${url}/api/k8s/api/v1/namespaces/opendatahub/configmaps/nim-models-data`,
    );
    expect(catalog.status).toBe(200);
    const verdict = await fetch(`${url}/nim-wizard/api/v1/keys/verify`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ project: 'nim-demo', key: testKeys.valid.key }),
    });
    expect(await verdict.json()).toEqual({ status: 'valid' });

    process.kill(-groupOf(started), 'SIGINT');
    expect(await isGone(started)).toBe(true);
    expect(await started.ended).toBe(0);
    expect(started.out().trim()).toBe(`Ready: ${url}`);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  it('ends while it is asked for something that NVIDIA does not answer', async () => {
    const started = npmStart(['--no-build']);
    const url = await readyAt(started);
    const asking = fetch(`${url}/nim-wizard/api/v1/keys/verify`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ project: 'nim-demo', key: testKeys.slow.key }),
    }).catch(() => undefined);
    await pause(300);
    process.kill(-groupOf(started), 'SIGINT');
    expect(await isGone(started)).toBe(true);
    expect(await started.ended).toBe(0);
    await asking;
  });

  it('leaves nothing behind when only its first process is told to end', async () => {
    const started = npmStart(['--no-build']);
    await readyAt(started);
    started.process.kill('SIGTERM');
    expect(await isGone(started)).toBe(true);
    expect(await started.ended).toBe(0);
  });

  it('leaves nothing behind when its first process is killed', async () => {
    const started = npmStart(['--no-build']);
    await readyAt(started);
    started.process.kill('SIGKILL');
    expect(await isGone(started)).toBe(true);
  });

  it.runIf(process.platform === 'linux')('ends when its service does', async () => {
    const started = npmStart(['--no-build']);
    await readyAt(started);
    process.kill(serviceOf(groupOf(started)), 'SIGKILL');
    expect(await isGone(started)).toBe(true);
    expect(await started.ended).toBe(1);
    expect(started.err()).toContain("The plugin's service has ended");
  });
});

const refused = async (args: string[], environment: NodeJS.ProcessEnv = {}): Promise<string> => {
  const started = npmStart(args, environment);
  expect(await started.ended).toBe(1);
  expect(await isGone(started)).toBe(true);
  expect(started.out()).toBe('');
  const lines = started.err().trim().split('\n');
  expect(lines).toHaveLength(1);
  return lines[0] ?? '';
};

describe('npm start that cannot', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'nim-start-'));

  const kubeconfigFor = (server: string): string => {
    const path = join(folder, 'config');
    writeFileSync(
      path,
      stringify({
        'current-context': 'far',
        contexts: [{ name: 'far', context: { cluster: 'c', user: 'u' } }],
        clusters: [{ name: 'c', cluster: { server } }],
        users: [{ name: 'u', user: { token: 't' } }],
      }),
    );
    return path;
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  it('because its port is in use, says so', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve);
    });
    const { port } = other.address() as AddressInfo;
    expect(await refused(['--port', String(port)])).toBe(
      `Port ${port} is in use. Choose another with --port.`,
    );
    other.close();
  });

  it('because an option is wrong, says so', async () => {
    expect(await refused(['--cluster', 'mine'])).toContain('--cluster mine is none of');
  });

  it('because there is no real API server, says what it needs', async () => {
    const line = await refused(['--no-build', '--cluster', 'apiserver'], {
      KUBEBUILDER_ASSETS: '',
      NIM_CRDS: '',
    });
    expect(line).toContain('needs KUBEBUILDER_ASSETS');
  });

  it('because the cluster does not answer, says so', async () => {
    const line = await refused(['--no-build', '--cluster', 'kubeconfig'], {
      KUBECONFIG: kubeconfigFor('https://127.0.0.1:9'),
    });
    expect(line).toBe('The cluster of context "far" does not answer.');
  });
});
