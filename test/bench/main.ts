/** `npm run bench [-- NAME...]`: runs the benches of this folder; exits with 1 if a limit is missed. */
import { readdirSync } from 'node:fs';
import { figureLine, isWithin, type Bench } from './bench.ts';

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.bench.ts'));
const modules = await Promise.all(
  files.toSorted().map((file) => import(`./${file}`) as Promise<{ bench: Bench }>),
);
const benches = modules.map(({ bench }) => bench);
const names = process.argv.slice(2);
const strange = names.find((name) => !benches.some((bench) => bench.name === name));
if (strange !== undefined) {
  const known = benches.map(({ name }) => name).join(', ');
  console.error(`There is no bench "${strange}". Benches: ${known}.`);
  process.exit(2);
}

for (const bench of benches.filter(({ name }) => names.length === 0 || names.includes(name))) {
  console.log(`${bench.name}: ${bench.about}`);
  const figures = await bench.run();
  for (const figure of figures) {
    console.log(`  ${figureLine(figure)}`);
  }
  if (!figures.every(isWithin)) {
    process.exitCode = 1;
  }
}
