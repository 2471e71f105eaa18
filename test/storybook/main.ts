/**
 * `npm run storybook:accept`: plays the stories, takes the pictures that differ as the accepted ones, and
 * makes those small. Look at each before it is committed.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shrinkPicture, wasShrunk } from './shrink-picture.ts';

const FOLDER = join(import.meta.dirname, 'pictures');

const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'story',
    ...process.argv.slice(2),
    '--update',
  ],
  { stdio: 'inherit' },
);

const pictures = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.png'))
  .map((name) => join(FOLDER, name));
for (const picture of pictures) {
  const png = readFileSync(picture);
  if (!wasShrunk(png)) {
    writeFileSync(picture, await shrinkPicture(png));
  }
}

const bytes = pictures.reduce((sum, picture) => sum + readFileSync(picture).length, 0);
console.log(`${pictures.length} pictures, ${(bytes / 1e6).toFixed(1)} MB`);
process.exitCode = status ?? 1;
