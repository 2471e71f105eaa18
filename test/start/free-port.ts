import { createServer } from 'node:net';
import { StartProblem } from './start-problem.ts';

/** Throws a StartProblem if a port cannot be listened on; found out before a long build rather than after. */
export const assertFree = async (port: number): Promise<void> => {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is in use' : `cannot be used (${error.code})`;
      reject(new StartProblem(`Port ${port} ${why}. Choose another with --port.`));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  await new Promise((resolve) => {
    server.close(resolve);
  });
};
