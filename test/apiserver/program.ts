import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A program that runs beside us. */
export interface Program {
  name: string;
  /** Says why it ended, with its last lines; undefined while it runs. */
  failure(): string | undefined;
  stop(): Promise<void>;
  /** Ends it at once, for when there is no time to wait. */
  kill(): void;
}

const patience = 3000;
const lastLines = 15;

/** Starts a program; what it writes is kept only to explain why it ended. */
export const startProgram = (name: string, path: string, args: string[]): Program => {
  const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let broken: string | undefined;
  const listen = (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.split('\n').slice(-lastLines).join('\n');
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  child.on('error', (error) => {
    broken = error.message;
  });
  return {
    name,
    failure: () => {
      const ended =
        broken ??
        (hasEnded(child) ? `it ended (${child.exitCode ?? child.signalCode})` : undefined);
      return ended && `${name}: ${ended}\n${said}`;
    },
    stop: () => stop(child),
    kill: () => {
      child.kill('SIGKILL');
    },
  };
};

const hasEnded = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null;

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.pid === undefined || hasEnded(child)) {
    return;
  }
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), patience);
  await ended;
  clearTimeout(impatience);
};
