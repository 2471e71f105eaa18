/**
 * The NVIDIA stand-in as a process: `node test/embedded/nvidia/main.ts FACTS.json [--port N] [--latency MS]`.
 * The file has a list of models in the form of catalog entries.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createNvidiaStandIn } from './nvidia-stand-in.ts';
import { serveNvidiaStandIn } from './serve.node.ts';
import { standInModel } from './stand-in-catalog.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string', default: '0' }, latency: { type: 'string', default: '0' } },
});
const facts = JSON.parse(readFileSync(positionals[0] ?? '', 'utf8')) as Parameters<
  typeof standInModel
>[0][];
const standIn = createNvidiaStandIn({
  catalog: { models: facts.map(standInModel) },
  latencyMs: Number(values.latency),
});
const { url } = await serveNvidiaStandIn(standIn, { port: Number(values.port) });
console.log(url);
