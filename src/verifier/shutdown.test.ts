import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createNvidiaStandIn } from '../../test/embedded/nvidia/nvidia-stand-in.ts';
import { serveNvidiaStandIn } from '../../test/embedded/nvidia/serve.node.ts';
import { testKeys } from '../../test/embedded/nvidia/test-keys.ts';
import { startKubernetes } from './kubernetes.fixture.ts';
import { closeOnSignal } from './shutdown.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const stops: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

interface ServiceProcess {
  process: ChildProcess;
  output: () => string;
  /** The exit code, or the signal's name. */
  ended: Promise<number | string | null>;
}

const serviceProcess = (environment: Record<string, string>): ServiceProcess => {
  const process = spawn(globalThis.process.execPath, [main], {
    env: { NIM_WIZARD_HOST: '127.0.0.1', NIM_WIZARD_PORT: '0', ...environment },
  });
  stops.push(() => process.kill('SIGKILL'));
  let text = '';
  process.stdout.on('data', (chunk) => (text += String(chunk)));
  process.stderr.on('data', (chunk) => (text += String(chunk)));
  const ended = new Promise<number | string | null>((resolve) => {
    process.on('close', (code, signal) => resolve(code ?? signal));
  });
  return { process, output: () => text, ended };
};

const readyUrl = (service: ServiceProcess): Promise<string> =>
  vi.waitFor(
    () => {
      const url = /"url":"([^"]+)"/.exec(service.output())?.[1];
      expect(url).toBeDefined();
      return url ?? '';
    },
    { timeout: 10_000 },
  );

describe('the process of the service', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'at %s answers what is under way, takes nothing new, and ends well',
    { timeout: 20_000 },
    async (signal) => {
      const nvidia = await serveNvidiaStandIn(createNvidiaStandIn({ slowMs: 1_000 }));
      const cluster = await startKubernetes();
      stops.push(nvidia.stop, cluster.stop);
      const service = serviceProcess({
        NIM_WIZARD_NGC_URL: nvidia.url,
        NIM_WIZARD_KUBERNETES_URL: cluster.url,
      });
      const url = await readyUrl(service);
      const underWay = fetch(`${url}/api/v1/keys/verify`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer ada-token' },
        body: JSON.stringify({ project: 'nim-demo', key: testKeys.slow.key }),
      });
      await vi.waitFor(() => expect(cluster.reviews).toHaveLength(1), 5_000);
      service.process.kill(signal);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed');
      expect(await (await underWay).json()).toEqual({ status: 'valid' });
      expect(await service.ended).toBe(0);
      expect(service.output()).not.toContain(testKeys.slow.key);
    },
  );

  it('says in a line for each what is wrong with its environment', async () => {
    const service = serviceProcess({ NIM_WIZARD_PORT: 'x', NIM_WIZARD_LOG_LEVEL: 'y' });
    expect(await service.ended).toBe(1);
    expect(service.output().trim().split('\n')).toEqual([
      'NIM_WIZARD_PORT must be a whole number from 0 to 65535',
      expect.stringContaining('NIM_WIZARD_LOG_LEVEL must be one of'),
    ]);
  });

  it('says that its port is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve);
    });
    stops.push(() => other.close());
    const { port } = other.address() as AddressInfo;
    const service = serviceProcess({ NIM_WIZARD_PORT: String(port) });
    expect(await service.ended).toBe(1);
    expect(service.output().trim()).toBe(`Port ${port} is in use (NIM_WIZARD_PORT).`);
  });

  it('says that its certificate cannot be used', async () => {
    const service = serviceProcess({
      NIM_WIZARD_TLS_KEY_FILE: main,
      NIM_WIZARD_TLS_CERT_FILE: main,
    });
    expect(await service.ended).toBe(1);
    expect(service.output().trim()).toBe(
      'NIM_WIZARD_TLS_KEY_FILE and NIM_WIZARD_TLS_CERT_FILE hold no key and certificate that fit.',
    );
  });
});

describe('a server that does not close', () => {
  it('is left after a while, and signals that follow change nothing', async () => {
    const listeners: (() => void)[] = [];
    const exits: number[] = [];
    let closes = 0;
    const server = {
      close: () => {
        closes += 1;
        return new Promise<void>(() => undefined);
      },
    };
    const signalled = {
      on: (_signal: string, listener: () => void) => listeners.push(listener),
      exit: (code: number) => exits.push(code),
    };
    closeOnSignal(server, signalled, 30);
    listeners.forEach((listener) => listener());
    await vi.waitFor(() => expect(exits).toEqual([1]));
    expect(closes).toBe(1);
  });
});
