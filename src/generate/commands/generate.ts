import { readCatalogFile } from '../file/catalog-file.ts';
import { askEachModel } from '../ask-each-model.ts';
import { collectModel } from '../collect-model.ts';
import { reportLines, reportOn, type GenerationReport } from '../entries/generation-report.ts';
import type { ModelOutcome } from '../entries/model-outcome.ts';
import { readEuRestricted } from '../entries/eu-restricted.ts';
import { CommandEnd, EXIT } from '../exit-code.ts';
import {
  bytesOf,
  CONFIG_MAP_LIMIT_BYTES,
  catalogEntries,
  catalogText,
  splitIntoShards,
  type CatalogEntry,
} from '../file/catalog-config-map.ts';
import { modelFilter } from '../model-filter.ts';
import { withNgcSession, type NgcOptions, type NgcSession } from '../ngc-session.ts';
import { say, writeOutput } from '../output.ts';
import { readInput } from '../input.ts';

export interface GenerateOptions extends NgcOptions {
  output: string;
  name: string;
  namespace?: string;
  date?: string;
  origin?: string;
  report?: string;
  sizing: boolean;
  euRestricted: string[];
  previous?: string;
  exclude: string[];
  allowPartial?: boolean;
  shards?: boolean;
}

/** `nim-catalog generate`: from NVIDIA's answers to the catalog's file; answers with the exit code. */
export const generate = async (options: GenerateOptions): Promise<number> => {
  const given = await readGiven(options);
  return withNgcSession(options, async (session) => {
    const outcomes = await askForAll(session, options, given);
    const ended = session.ended();
    const { models, report } = reportOn(outcomes, session.search, given.euRestricted);
    if (ended !== undefined) {
      throw new CommandEnd(`${ended.message}: ${progressOf(report, options)}`, ended.exitCode);
    }
    await tell(report, options);
    const isPartial = report.failed.length > 0;
    refusePartial(report, options);
    const entries = catalogEntries(models);
    const shards = options.shards ? splitIntoShards(entries) : [entries];
    refuseTooLarge(shards, options);
    await writeOutput(options.output, catalogText(options, shards));
    if (!isPartial) {
      session.kept.forget();
    }
    return isPartial ? EXIT.partial : EXIT.ok;
  });
};

interface Given {
  euRestricted: ReadonlySet<string>;
  previous: Awaited<ReturnType<typeof readPrevious>>;
  isExcluded: ReturnType<typeof modelFilter>;
}

/** The files are read before anything is asked. */
const readGiven = async ({ euRestricted, previous, exclude }: GenerateOptions): Promise<Given> => {
  const lists = await Promise.all(euRestricted.map((file) => readInput(file)));
  return {
    euRestricted: new Set(lists.flatMap(readEuRestricted)),
    previous: await readPrevious(previous),
    isExcluded: modelFilter(exclude),
  };
};

const readPrevious = async (file: string | undefined) => {
  const models = file === undefined ? [] : (await readCatalogFile(file)).catalog.models;
  return new Map(models.map((model) => [`${model.namespace}/${model.name}`, model]));
};

const askForAll = (
  session: NgcSession,
  { sizing }: GenerateOptions,
  given: Given,
): Promise<ModelOutcome[]> => {
  const { kept, catalog } = session;
  if (kept.size > 0) {
    say(`${kept.size} answers of an earlier run are used`);
  }
  return askEachModel(session, 'models asked', (found) =>
    collectModel(found, {
      catalog,
      kept,
      sizing,
      euRestricted: given.euRestricted,
      previous: given.previous,
      isExcluded: ({ org, team, name }) => given.isExcluded({ namespace: `${org}/${team}`, name }),
    }),
  );
};

const progressOf = (report: GenerationReport, { resume }: GenerateOptions): string => {
  const done = report.found - report.failed.length;
  const howOn =
    resume === undefined ? 'with --resume DIR it could go on' : 'the same command goes on';
  return `${done} of ${report.found} models were asked for; nothing is written, ${howOn}`;
};

const tell = async (report: GenerationReport, { report: file }: GenerateOptions): Promise<void> => {
  for (const line of reportLines(report)) {
    say(line, line.startsWith('failed') ? 'red' : line.startsWith('left') ? 'yellow' : undefined);
  }
  if (file !== undefined) {
    await writeOutput(file, `${JSON.stringify(report, null, 2)}\n`);
  }
};

const refusePartial = (report: GenerationReport, { allowPartial }: GenerateOptions): void => {
  if (report.listed === 0) {
    const isUnreachable = report.failed.length > 0;
    throw new CommandEnd(
      'not one model could be read: nothing is written',
      isUnreachable ? EXIT.unreachable : EXIT.partial,
    );
  }
  if (report.failed.length > 0 && allowPartial !== true) {
    const why = 'the catalog is partial and is not written (--allow-partial writes it)';
    throw new CommandEnd(why, EXIT.partial);
  }
};

/** One model alone may be too large for a ConfigMap, too. */
const refuseTooLarge = (shards: CatalogEntry[][], { shards: isSplit }: GenerateOptions): void => {
  for (const entries of shards) {
    const bytes = entries.reduce((sum, entry) => sum + bytesOf(entry), 0);
    const over = bytes - CONFIG_MAP_LIMIT_BYTES;
    const what = isSplit === true ? `the entry of ${entries[0]?.key}` : 'the catalog';
    const advice = isSplit === true ? '--exclude leaves it out' : '--shards writes several';
    if (over > 0) {
      const why = `${what} has ${bytes} bytes, ${over} more than a ConfigMap may hold: nothing is written (${advice})`;
      throw new CommandEnd(why, EXIT.differences);
    }
  }
};
