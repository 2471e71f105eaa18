/**
 * `npm run size`: what the plugin weighs in the page, against its budgets; exits with 1 above one.
 * A file counts with everything that it imports statically, as the plugin's service sends it in gzip.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PLUGIN = 'dist/plugin';
const KILOBYTE = 1000;

interface Budget {
  what: string;
  /** Files that the page loads for it. */
  files: string[];
  kilobytes: number;
}

const budgets: Budget[] = [
  { what: 'entry with the list of extensions', files: ['remoteEntry.js'], kilobytes: 10 },
  {
    what: "all code behind the wizard's fields",
    files: ['fields.js', 'deployment.js'],
    kilobytes: 60,
  },
  { what: "all code behind a project's settings card", files: ['settings.js'], kilobytes: 50 },
];

const STATIC_IMPORT =
  /(?:import|export)[^'"`()]*?from\s*["'](\.[^"']+)["']|import\s*["'](\.[^"']+)["']/g;

const withImports = (file: string, found = new Set<string>()): Set<string> => {
  if (found.has(file)) {
    return found;
  }
  found.add(file);
  for (const match of readFileSync(file, 'utf8').matchAll(STATIC_IMPORT)) {
    withImports(join(dirname(file), match[1] ?? match[2] ?? ''), found);
  }
  return found;
};

const measure = ({ what, files, kilobytes }: Budget): boolean => {
  const all = new Set(files.flatMap((file) => [...withImports(join(PLUGIN, file))]));
  const bytes = [...all].reduce((sum, file) => sum + statSync(`${file}.gz`).size, 0);
  const isWithin = bytes <= kilobytes * KILOBYTE;
  const size = (bytes / KILOBYTE).toFixed(1);
  console.log(`${isWithin ? 'ok  ' : 'OVER'} ${what}: ${size} kB gzip of ${kilobytes} kB`);
  return isWithin;
};

if (existsSync(join(PLUGIN, 'remoteEntry.js'))) {
  process.exitCode = budgets.map(measure).every(Boolean) ? 0 : 1;
} else {
  console.error('Not built: run "npm run build" first.');
  process.exitCode = 1;
}
