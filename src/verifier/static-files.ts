import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Vite's names for what never changes: a folder `assets` and a hash before the ending. */
const hashed = /[\\/]assets[\\/][^\\/]*-[A-Za-z0-9_-]{8}\.[a-z0-9.]+$/;

/** How long a file may be kept: for good if its name has a hash, else asked for again each time. */
export const cacheControlFor = (path: string): string =>
  hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';

/** The plugin's files. `.br` and `.gz` files beside one are sent to browsers that take them. */
export const registerStaticFiles = (server: FastifyInstance, root: string): void => {
  server.register(staticFiles, {
    root,
    index: false,
    dotfiles: 'deny',
    redirect: false,
    decorateReply: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', cacheControlFor(path));
    },
  });
};
