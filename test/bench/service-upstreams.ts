/**
 * What the service asks, as a process of its own: the stand-in for NVIDIA and a Kubernetes that allows
 * everything and names users by their tokens. Prints its addresses as JSON; that of `times` says how
 * many milliseconds each of NVIDIA's answers took since it was asked last, by key and in order.
 * `node test/bench/service-upstreams.ts LATENCY_MS USERS`
 */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createNvidiaStandIn, type NvidiaStandIn } from '../embedded/nvidia/nvidia-stand-in.ts';
import { serveNvidiaStandIn } from '../embedded/nvidia/serve.node.ts';
import { testKeys } from '../embedded/nvidia/test-keys.ts';
import { benchKey } from './bench-keys.ts';

const [latencyMs, users] = process.argv.slice(2).map(Number);
const standIn = createNvidiaStandIn({
  latencyMs: latencyMs ?? 0,
  keys: [...Object.values(testKeys), ...Array.from({ length: users ?? 0 }, (_, n) => benchKey(n))],
});

const times = new Map<string, number[]>();
const timed: NvidiaStandIn = {
  ...standIn,
  handle: async (request) => {
    const begun = performance.now();
    const answer = await standIn.handle(request);
    const key = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
    const ofKey = times.get(key) ?? [];
    ofKey.push(performance.now() - begun);
    times.set(key, ofKey);
    return answer;
  },
};

const listening = async (answer: RequestListener): Promise<string> => {
  const server = createServer(answer);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const kubernetes = await listening((request, response) => {
  request.resume();
  const username = request.headers.authorization?.replace('Bearer ', '') ?? '';
  const isReview = request.url?.endsWith('/selfsubjectaccessreviews') ?? false;
  const status = isReview ? { allowed: true } : { userInfo: { username } };
  response.writeHead(201, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ status }));
});
const takeTimes = await listening((_request, response) => {
  response.end(JSON.stringify(Object.fromEntries(times)));
  times.clear();
});
const nvidia = await serveNvidiaStandIn(timed);
process.stdout.write(`${JSON.stringify({ nvidia: nvidia.url, kubernetes, times: takeTimes })}\n`);
