/**
 * What the service asks, as a process of its own: the stand-in for NVIDIA and a Kubernetes that allows
 * everything and names users by their tokens. Prints the two addresses as JSON.
 * `node test/bench/service-upstreams.ts LATENCY_MS`
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createNvidiaStandIn } from '../embedded/nvidia/nvidia-stand-in.ts';
import { serveNvidiaStandIn } from '../embedded/nvidia/serve.node.ts';

const latencyMs = Number(process.argv[2]);
const nvidia = await serveNvidiaStandIn(createNvidiaStandIn({ latencyMs }));

const kubernetes = createServer((request, response) => {
  request.resume();
  const username = request.headers.authorization?.replace('Bearer ', '') ?? '';
  const isReview = request.url?.endsWith('/selfsubjectaccessreviews') ?? false;
  const status = isReview ? { allowed: true } : { userInfo: { username } };
  response.writeHead(201, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ status }));
});
await new Promise<void>((resolve) => {
  kubernetes.listen(0, '127.0.0.1', resolve);
});
const { port } = kubernetes.address() as AddressInfo;
const addresses = { nvidia: nvidia.url, kubernetes: `http://127.0.0.1:${port}` };
process.stdout.write(`${JSON.stringify(addresses)}\n`);
