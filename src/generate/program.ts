import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { check } from './commands/check.ts';
import {
  addNameOptions,
  addNgcOptions,
  collect,
  EXIT_HELP,
  KEY_HELP,
} from './commands/common-options.ts';
import { detectEu, type DetectEuOptions } from './commands/detect-eu.ts';
import { diff, type DiffOptions } from './commands/diff.ts';
import { generate, type GenerateOptions } from './commands/generate.ts';
import { mirror, type MirrorOptions } from './commands/mirror.ts';
import { DIFF_FORMATS } from './diff/describe-diff.ts';
import { CommandEnd, EXIT } from './exit-code.ts';
import { isRegistry, MIRROR_FORMATS } from './mirror/mirror-list.ts';
import { MIRRORED_TAGS } from './mirror/mirror-selection.ts';
import { say } from './output.ts';

/** Runs the command line and sets the process's exit code. */
export const program = async (argv: string[]): Promise<void> => {
  process.exitCode = await run(argv);
};

const run = async (argv: string[]): Promise<number> => {
  let exitCode: number = EXIT.ok;
  const settle = async (code: Promise<number>): Promise<void> => {
    exitCode = await code;
  };
  // Whoever reads our output may have seen enough (head, less): that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.usage);
  });
  try {
    await createProgram(settle).parseAsync(argv);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    }
    if (error instanceof CommandEnd) {
      say(`nim-catalog: ${error.message}`, 'red');
      return error.exitCode;
    }
    throw error;
  }
};

type Settle = (code: Promise<number>) => Promise<void>;

const createProgram = (settle: Settle): Command => {
  const nimCatalog = new Command('nim-catalog')
    .description('Works with the catalog of NVIDIA NIM models that the deployment wizard shows.')
    .version(manifest.version)
    .addHelpText('after', `\n${EXIT_HELP}`)
    .exitOverride();
  addGenerate(nimCatalog, settle);
  addDetectEu(nimCatalog, settle);
  addDiff(nimCatalog, settle);
  addCheck(nimCatalog, settle);
  addMirror(nimCatalog, settle);
  return nimCatalog;
};

const OUTPUT = ['--output <file>', 'where to write; "-" is standard output', '-'] as const;

/** The end of a command's help. */
const example = (line: string, ...before: string[]): string =>
  ['', ...before.flatMap((text) => [text, '']), 'Example:', `  ${line}`].join('\n');

const addGenerate = (parent: Command, settle: Settle): void => {
  const command = parent
    .command('generate')
    .description("asks NVIDIA for all models and writes the catalog's ConfigMap")
    .option(...OUTPUT)
    .option('--no-sizing', 'do not ask which GPUs the models need')
    .option(
      '--eu-restricted <file>',
      'list of models restricted in the EU; repeatable',
      collect,
      [],
    )
    .option(
      '--previous <file>',
      'an earlier catalog, for the tags of models that NVIDIA hides here',
    )
    .option('--exclude <glob>', 'leave these models out; repeatable', collect, [])
    .option('--allow-partial', 'write the catalog even if models failed (exit code 3)')
    .option('--shards', 'write several ConfigMaps if one is too small')
    .option('--date <text>', 'an annotation that says when the facts are from')
    .option('--origin <text>', 'an annotation that says where they are from')
    .option('--report <file>', 'write what became of every model, as JSON');
  const line =
    'NGC_API_KEY=... nim-catalog generate --output nim-models-data.yaml --resume ./answers';
  addNgcOptions(addNameOptions(command, 'nim-models-data'))
    .addHelpText('after', example(line, KEY_HELP, EXIT_HELP))
    .action((options: GenerateOptions) => settle(generate(options)));
};

const addDetectEu = (parent: Command, settle: Settle): void => {
  const command = parent
    .command('detect-eu')
    .description('writes the list of models that NVIDIA does not offer here; run it in the EU')
    .option(...OUTPUT)
    .option('--allow-partial', 'write the list even if models failed (exit code 3)');
  const line = 'nim-catalog detect-eu --key-file key.txt --output eu-restricted.txt';
  addNgcOptions(command)
    .addHelpText('after', example(line, KEY_HELP, EXIT_HELP))
    .action((options: DetectEuOptions) => settle(detectEu(options)));
};

const addDiff = (parent: Command, settle: Settle): void => {
  parent
    .command('diff')
    .description('says what changed from one catalog to another; exits with 1 if anything did')
    .argument('<old>', 'a catalog, as YAML or JSON')
    .argument('<new>', 'a catalog, as YAML or JSON')
    .addOption(
      new Option('--format <format>', 'how to write it').choices(DIFF_FORMATS).default('text'),
    )
    .option(...OUTPUT)
    .addHelpText('after', example('nim-catalog diff old.yaml new.yaml --format markdown'))
    .action((older: string, newer: string, options: DiffOptions) =>
      settle(diff(older, newer, options)),
    );
};

const addCheck = (parent: Command, settle: Settle): void => {
  parent
    .command('check')
    .description('says what the wizard would complain about; exits with 1 if there is anything')
    .argument('<file>', 'a catalog, as YAML or JSON')
    .addHelpText('after', example('nim-catalog check manifests/base/nim-models-data.yaml'))
    .action((file: string) => settle(check(file)));
};

const addMirror = (parent: Command, settle: Settle): void => {
  const command = parent
    .command('mirror')
    .description('lists the images for a cluster without internet, and writes the catalog of those')
    .addArgument(new Argument('<file>', 'a catalog, as YAML or JSON'))
    .requiredOption(
      '--registry <registry>',
      'the mirror, for instance mirror.example.com/nvidia',
      registry,
    )
    .option('--models <glob>', 'only these models; repeatable', collect, [])
    .addOption(
      new Option('--tags <which>', 'versions').choices(MIRRORED_TAGS).default('recommended'),
    )
    .addOption(
      new Option('--format <format>', 'what the list is for')
        .choices(MIRROR_FORMATS)
        .default('image-tag-mirror-set'),
    )
    .option(...OUTPUT)
    .option('--catalog <file>', 'also write the catalog of these models, for customConfigMap');
  const line =
    "nim-catalog mirror nim-models-data.yaml --registry mirror.example.com --models 'llama-3*' --format skopeo --catalog mirrored.yaml";
  addNameOptions(command, 'nim-models-mirrored')
    .addHelpText('after', example(line))
    .action((file: string, options: MirrorOptions) => settle(mirror(file, options)));
};

const registry = (value: string): string => {
  if (!isRegistry(value)) {
    throw new InvalidArgumentError('It is no registry, like mirror.example.com:5000/path.');
  }
  return value;
};
