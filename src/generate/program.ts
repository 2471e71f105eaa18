import { Command, CommanderError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { check } from './commands/check.ts';
import {
  addNameOptions,
  addNgcOptions,
  collect,
  EXIT_HELP,
  KEY_HELP,
} from './commands/common-options.ts';
import { generate, type GenerateOptions } from './commands/generate.ts';
import { CommandEnd, EXIT } from './exit-code.ts';
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
  addCheck(nimCatalog, settle);
  return nimCatalog;
};

const addGenerate = (parent: Command, settle: Settle): void => {
  const command = parent
    .command('generate')
    .description("asks NVIDIA for all models and writes the catalog's ConfigMap")
    .option('--output <file>', 'where to write; "-" is standard output', '-')
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
  addNgcOptions(addNameOptions(command, 'nim-models-data'))
    .addHelpText(
      'after',
      `\n${KEY_HELP}\n\nExample:\n  NGC_API_KEY=... nim-catalog generate --output nim-models-data.yaml --resume ./answers`,
    )
    .action((options: GenerateOptions) => settle(generate(options)));
};

const addCheck = (parent: Command, settle: Settle): void => {
  parent
    .command('check')
    .description('says what the wizard would complain about; exits with 1 if there is anything')
    .argument('<file>', 'a catalog, as YAML or JSON')
    .addHelpText('after', '\nExample:\n  nim-catalog check manifests/base/nim-models-data.yaml')
    .action((file: string) => settle(check(file)));
};
