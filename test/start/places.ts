import { join, resolve } from 'node:path';

export const repository = resolve(import.meta.dirname, '../..');

/** What the builds make, and where. */
export const built = {
  entry: join(repository, 'dist', 'plugin', 'remoteEntry.js'),
  fields: join(repository, 'dist', 'plugin', 'fields.js'),
  plugin: join(repository, 'dist', 'plugin'),
  service: join(repository, 'dist', 'service', 'main.js'),
  devhost: join(repository, 'build', 'devhost'),
};
