#!/usr/bin/env node
/** The command line `nim-catalog`, for whoever makes or installs a catalog of models. */
import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { checkCatalog } from './check-catalog.ts';

const EXIT_FINDINGS = 1;
const EXIT_USAGE = 2;

const check = async (file: string): Promise<void> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    console.error(`nim-catalog: ${file} cannot be read: ${String(error)}`);
    process.exit(EXIT_USAGE);
  });
  const { models, findings } = checkCatalog(text);
  for (const finding of findings) {
    console.log(finding);
  }
  console.log(`${models} models can be read, ${findings.length} findings`);
  process.exitCode = findings.length === 0 ? 0 : EXIT_FINDINGS;
};

const program = new Command('nim-catalog')
  .description('Works with the catalog of NVIDIA NIM models that the deployment wizard shows.')
  .version(manifest.version)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : EXIT_USAGE));

program
  .command('check')
  .description('says what the wizard would complain about; exits with 1 if there is anything')
  .argument('<file>', 'a catalog ConfigMap, as YAML or JSON')
  .addHelpText('after', '\nExample: nim-catalog check manifests/base/nim-models-data.yaml')
  .action(check);

await program.parseAsync();
