import type { FastifyServerOptions } from 'fastify';
import type { ServiceConfig } from './service-config.ts';

/** Where log lines go; standard output when nothing is given. */
export interface LogTarget {
  write: (line: string) => void;
}

export type LogOptions = Exclude<FastifyServerOptions['logger'], boolean | undefined>;

/** Members that carry a secret wherever they turn up in what is logged. */
const secretMembers = new Set([
  'key',
  'authorization',
  'credentials',
  'token',
  'body',
  'headers',
  'rawPacket',
]);

/** How deep they are looked for; nothing that is logged on purpose is as deep. */
const DEPTH = 4;

const CENSORED = '[redacted]';

/** A key may hold any visible character: what follows the prefix goes, up to the end of a text or a parameter. */
const keyOrToken = /nvapi-[^"\\\s&]+|Bearer\s+[^"\\\s]+/gi;

/**
 * How the service logs: one JSON object a line, without keys, tokens, bodies, headers or addresses.
 *
 * Three layers, each enough for what is known today: serializers that pick what may be said, members
 * that are taken out by their names, and a last look at the finished line for anything that looks like a key or a token.
 */
export const logOptions = (level: ServiceConfig['logLevel'], target?: LogTarget): LogOptions => ({
  level,
  ...(target === undefined ? {} : { stream: target }),
  base: null,
  formatters: { log: withoutMembers },
  // For what a child logger says with each line, which no formatter sees.
  redact: { paths: [...secretMembers], censor: CENSORED },
  serializers,
  hooks: { streamWrite: withoutSecrets },
});

/** A finished log line without anything that looks like a key or a bearer token. */
export const withoutSecrets = (line: string): string => line.replace(keyOrToken, CENSORED);

type Logged = Record<string, unknown>;

/**
 * What is logged, without the secret members. Not pino's own redaction, which with wildcards takes
 * several times as long as the rest of the line: here a line without such a member is not even copied.
 * What has a serializer is left to it: it picks what may be said.
 */
const withoutMembers = (logged: Logged): Logged =>
  censored(logged, (name, value) =>
    name in serializers ? value : censoredValue(value, DEPTH - 1),
  );

const censored = (logged: Logged, within: (name: string, value: unknown) => unknown): Logged => {
  let copy: Logged | undefined;
  for (const name of Object.keys(logged)) {
    const value = secretMembers.has(name) ? CENSORED : within(name, logged[name]);
    if (value !== logged[name]) {
      copy ??= { ...logged };
      copy[name] = value;
    }
  }
  return copy ?? logged;
};

const censoredValue = (value: unknown, depth: number): unknown =>
  depth > 0 && typeof value === 'object' && value !== null
    ? censored(value as Logged, (_name, inner) => censoredValue(inner, depth - 1))
    : value;

/** The route's pattern, not the address: an address can hold anything. */
const loggedRequest = (request: {
  method: string;
  routeOptions?: { url?: string | undefined };
}): { method: string; route: string } => ({
  method: request.method,
  route: request.routeOptions?.url ?? 'none',
});

const loggedReply = (reply: { statusCode: number }): { statusCode: number } => ({
  statusCode: reply.statusCode,
});

/** Kind, code and place of an error. Its message is left out: a JSON error quotes what it read. */
const loggedError = (error: Error & { code?: unknown }): LoggedError => {
  const code = typeof error.code === 'string' ? error.code : error.name;
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { type: error.name, message: code, stack: places.join('\n') };
};

/** Of these members only what is picked is said. */
const serializers = { req: loggedRequest, res: loggedReply, err: loggedError };

interface LoggedError {
  [member: string]: unknown;
  type: string;
  message: string;
  stack: string;
}
