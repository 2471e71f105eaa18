/**
 * Makes the shipped catalog from recorded facts:
 * `node test/catalog-from-facts/main.ts FACTS.json [OUTPUT]`. The facts are a list of models in the
 * form of catalog entries; without descriptions the generator writes its own.
 */
import { readFileSync } from 'node:fs';
import { makeShippedCatalog } from './shipped-catalog.ts';

const [facts, output = 'manifests/base/nim-models-data.yaml'] = process.argv.slice(2);
if (facts === undefined) {
  console.error('usage: node test/catalog-from-facts/main.ts FACTS.json [OUTPUT]');
  process.exit(2);
}
await makeShippedCatalog(JSON.parse(readFileSync(facts, 'utf8')), output);
console.log(`${output} is written`);
