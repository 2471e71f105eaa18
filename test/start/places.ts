import { join, resolve } from 'node:path';

export const repository = resolve(import.meta.dirname, '../..');

/** What the builds make in a repository, and where. */
export const builtIn = (root: string) => ({
  entry: join(root, 'dist', 'plugin', 'remoteEntry.js'),
  fields: join(root, 'dist', 'plugin', 'fields.js'),
  plugin: join(root, 'dist', 'plugin'),
  service: join(root, 'dist', 'service', 'main.js'),
  devhost: join(root, 'build', 'devhost'),
});

export const built = builtIn(repository);
