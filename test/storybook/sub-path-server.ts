import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** A web server that knows one folder, under one path, and nothing else. */
export interface SubPathServer {
  /** Where the folder is, with a slash at the end. */
  url: string;
  /** Paths that were asked for and are not there. */
  missed: string[];
  stop(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Serves a folder as a place for static pages does that has many of them: below a path. */
export const serveBelow = async (path: string, folder: string): Promise<SubPathServer> => {
  const missed: string[] = [];
  const server = createServer(async ({ url = '/' }, response) => {
    const asked = new URL(url, 'http://localhost').pathname;
    const file = fileOf(asked, path, folder);
    try {
      const content = await readFile(file ?? '');
      response.writeHead(200, { 'content-type': TYPES[extname(file ?? '')] ?? 'text/plain' });
      response.end(content);
    } catch {
      missed.push(asked);
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}${path}`,
    missed,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

const fileOf = (asked: string, path: string, folder: string): string | undefined => {
  if (!asked.startsWith(path)) {
    return undefined;
  }
  const name = normalize(decodeURIComponent(asked.slice(path.length)));
  return name.startsWith('..') ? undefined : join(folder, name === '.' ? 'index.html' : name);
};
