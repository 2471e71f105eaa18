import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Builds parts of the product as they are shipped. */
export const build = (...parts: ('plugin' | 'service' | 'devhost')[]): void => {
  for (const script of parts.map((part) => `build:${part}`)) {
    const { status, stderr } = spawnSync('npm', ['run', '--silent', script], {
      cwd: root,
      encoding: 'utf8',
    });
    if (status !== 0) {
      throw new Error(`${script} failed: ${stderr}`);
    }
  }
};
