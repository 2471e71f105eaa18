/** `npm run walkthrough`: walks the ways of docs/walkthrough.md, makes their pictures, prints their figures. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { build } from '../bench/build.ts';

build('plugin', 'service', 'devhost');
const root = resolve(import.meta.dirname, '../..');
const playwright = resolve(root, 'node_modules/@playwright/test/cli.js');
const config = resolve(import.meta.dirname, 'playwright.config.ts');
const { status } = spawnSync(process.execPath, [playwright, 'test', '--config', config], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
