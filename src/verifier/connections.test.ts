import { createServer, request as httpRequest, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { Agent, request } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { createNvidiaStandIn } from '../../test/embedded/nvidia/nvidia-stand-in.ts';
import { serveNvidiaStandIn } from '../../test/embedded/nvidia/serve.node.ts';
import { testKeys } from '../../test/embedded/nvidia/test-keys.ts';
import { createKeyInquiry } from './key-inquiry.ts';
import { startKubernetes } from './kubernetes.fixture.ts';
import { startService } from './running-service.fixture.ts';
import { selfSigned } from './self-signed.fixture.ts';
import { createWayToNvidia } from './way-to-nvidia.ts';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const body = { project: 'nim-demo', key: testKeys.valid.key };

const portOf = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  stops.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
};

describe('connections', () => {
  it('to Kubernetes trust the given authority', async () => {
    const tls = selfSigned();
    const cluster = await startKubernetes(tls);
    const service = await startService({ kubernetesUrl: cluster.url, kubernetesCa: tls.cert });
    stops.push(cluster.stop, service.stop);
    expect(await (await service.verify(body)).json()).toEqual({ status: 'valid' });
  });

  it('to Kubernetes trust no other', async () => {
    const cluster = await startKubernetes(selfSigned());
    const service = await startService({
      kubernetesUrl: cluster.url,
      kubernetesCa: selfSigned().cert,
    });
    stops.push(cluster.stop, service.stop);
    expect((await service.verify(body)).status).toBe(503);
    expect(cluster.reviews).toEqual([]);
  });

  it('to the service are encrypted with its own key and certificate', async () => {
    const tls = selfSigned();
    const service = await startService({ tls });
    const dispatcher = new Agent({ connect: { ca: tls.cert } });
    stops.push(service.stop, () => dispatcher.close());
    expect(service.url).toMatch(/^https:/);
    const answer = await request(`${service.url}/healthz`, { dispatcher });
    expect(await answer.body.json()).toEqual({ status: 'ok' });
  });

  it('to NVIDIA go through the proxy, when there is one', async () => {
    const nvidia = await serveNvidiaStandIn(createNvidiaStandIn());
    stops.push(nvidia.stop);
    const through: string[] = [];
    const proxy = createServer((incoming, outgoing) => {
      through.push(incoming.url ?? '');
      const onward = httpRequest(
        incoming.url ?? '',
        { method: incoming.method, headers: incoming.headers },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(outgoing);
        },
      );
      incoming.pipe(onward);
    });
    proxy.on('connect', (incoming, client) => {
      through.push(incoming.url ?? '');
      const [host = '', port = ''] = (incoming.url ?? '').split(':');
      const onward = connect(Number(port), host, () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        onward.pipe(client).pipe(onward);
      });
      client.on('error', () => onward.destroy());
    });
    const proxyUrl = `http://127.0.0.1:${await portOf(proxy)}`;
    const way = createWayToNvidia({ http: proxyUrl, https: '', except: '' });
    stops.push(way.close);
    const inquiry = createKeyInquiry({ url: nvidia.url, way });
    const verdict = await inquiry.ask(testKeys.valid.key, AbortSignal.timeout(5_000));
    expect(verdict).toEqual({ status: 'valid' });
    expect(through).toEqual([expect.stringContaining(new URL(nvidia.url).host)]);
  });

  it('to NVIDIA end when the answer is larger than any answer about a key', async () => {
    const endless = createServer((_incoming, outgoing) => {
      const more = (): void => {
        if (outgoing.write('x'.repeat(16_384))) {
          setImmediate(more);
        }
      };
      outgoing.on('drain', more);
      more();
    });
    const way = createWayToNvidia({ http: '', https: '', except: '' });
    stops.push(way.close);
    const url = `http://127.0.0.1:${await portOf(endless)}`;
    const inquiry = createKeyInquiry({ url, way });
    const verdict = await inquiry.ask(testKeys.valid.key, AbortSignal.timeout(5_000));
    expect(verdict).toEqual({ status: 'unknown', reason: 'unexpected-answer' });
  });
});
