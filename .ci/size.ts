/**
 * `npm run size`: what the plugin weighs in the page, against its budgets; exits with 1 above one.
 * A file counts with everything that it imports statically, as the plugin's service sends it in gzip; what
 * is imported later (on the review page, say) counts apart, without what is there by then.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

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
  { what: "all code behind a project's settings card", files: ['settings.js'], kilobytes: 60 },
];

/** What is loaded later, by the beginning of its chunk's name. */
const laterBudgets: { what: string; chunk: string; kilobytes: number }[] = [
  { what: 'the form for a new volume', chunk: 'new-volume-form-', kilobytes: 5 },
  { what: 'the choice of an existing volume', chunk: 'existing-volume-form-', kilobytes: 5 },
  { what: 'whom a replaced key would stop', chunk: 'replaced-key-users-', kilobytes: 3 },
  { what: 'what deploys and updates', chunk: 'submission-', kilobytes: 10 },
  { what: 'what earlier submissions have left', chunk: 'left-overs-', kilobytes: 10 },
  { what: 'the list of models', chunk: 'model-choice-', kilobytes: 20 },
  { what: 'advice about the hardware profile', chunk: 'hardware-advice-', kilobytes: 3 },
  { what: 'the review page', chunk: 'review-page-', kilobytes: 19 },
  { what: 'the review of an update', chunk: 'review-update-', kilobytes: 5 },
  { what: 'what refuses a deployment', chunk: 'refuse-problems-', kilobytes: 2 },
  { what: 'the YAML of what will be created', chunk: 'preview-yaml-', kilobytes: 20 },
  { what: "the forms of a project's settings card", chunk: 'key-modal-', kilobytes: 14 },
];

const STATIC_IMPORT =
  /(?:import|export)[^'"`()]*?from\s*["'](\.[^"']+)["']|import\s*["'](\.[^"']+)["']/g;

const LATER_IMPORT = /import\(\s*["'`](\.[^"'`]+)["'`]\s*\)/g;

const importsOf = (file: string, kind: RegExp): string[] =>
  [...readFileSync(file, 'utf8').matchAll(kind)].map((match) =>
    join(dirname(file), match[1] ?? match[2] ?? ''),
  );

const withImports = (file: string, found = new Set<string>()): Set<string> => {
  if (!found.has(file)) {
    found.add(file);
    importsOf(file, STATIC_IMPORT).forEach((imported) => withImports(imported, found));
  }
  return found;
};

const allOf = (files: readonly string[]): Set<string> =>
  new Set(files.flatMap((file) => [...withImports(file)]));

const judge = (what: string, files: Iterable<string>, kilobytes: number): boolean => {
  const bytes = [...files].reduce((sum, file) => sum + statSync(`${file}.gz`).size, 0);
  const isWithin = bytes <= kilobytes * KILOBYTE;
  const size = (bytes / KILOBYTE).toFixed(1);
  console.log(`${isWithin ? 'ok  ' : 'OVER'} ${what}: ${size} kB gzip of ${kilobytes} kB`);
  return isWithin;
};

const measure = ({ what, files, kilobytes }: Budget): boolean =>
  judge(what, allOf(files.map((file) => join(PLUGIN, file))), kilobytes);

/** Every chunk that is imported later must have a budget: by the wizard's fields, or by the settings card. */
const measureLater = (): boolean => {
  const verdicts = [['fields.js', 'deployment.js'], ['settings.js']].flatMap(measureLaterThan);
  return verdicts.every(Boolean) && verdicts.length === laterBudgets.length;
};

const measureLaterThan = (files: string[]): boolean[] => {
  const there = allOf(files.map((file) => join(PLUGIN, file)));
  const waiting = [...there];
  const verdicts: boolean[] = [];
  for (const file of waiting) {
    for (const later of importsOf(file, LATER_IMPORT).filter((one) => !there.has(one))) {
      const added = [...withImports(later)].filter((one) => !there.has(one));
      added.forEach((one) => there.add(one));
      waiting.push(...added);
      verdicts.push(measureChunk(later, added));
    }
  }
  return verdicts;
};

const measureChunk = (chunk: string, files: string[]): boolean => {
  const budget = laterBudgets.find((one) => basename(chunk).startsWith(one.chunk));
  if (!budget) {
    console.error(`OVER ${chunk} is loaded later and has no budget`);
    return false;
  }
  return judge(`later, ${budget.what}`, files, budget.kilobytes);
};

if (existsSync(join(PLUGIN, 'remoteEntry.js'))) {
  process.exitCode = [...budgets.map(measure), measureLater()].every(Boolean) ? 0 : 1;
} else {
  console.error('Not built: run "npm run build" first.');
  process.exitCode = 1;
}
