import type { FastifyServerOptions } from 'fastify';
import type { ServiceConfig } from './service-config.ts';

/** Where log lines go; standard output when nothing is given. */
export interface LogTarget {
  write: (line: string) => void;
}

export type LogOptions = Exclude<FastifyServerOptions['logger'], boolean | undefined>;

/** Members that carry a secret wherever they turn up in what is logged. */
const secretMembers = [
  'key',
  'authorization',
  'credentials',
  'token',
  'body',
  'headers',
  'rawPacket',
];

/** A key may hold any visible character: what follows the prefix goes, up to the end of a text or a parameter. */
const keyOrToken = /nvapi-[^"\\\s&]+|Bearer\s+[^"\\\s]+/gi;

/**
 * How the service logs: one JSON object a line, without keys, tokens, bodies, headers or addresses.
 *
 * Three layers, each enough for what is known today: serializers that pick what may be said, redacted
 * members, and a last look at the finished line for anything that looks like a key or a token.
 */
export const logOptions = (level: ServiceConfig['logLevel'], target?: LogTarget): LogOptions => ({
  level,
  ...(target === undefined ? {} : { stream: target }),
  base: null,
  redact: {
    paths: secretMembers.flatMap((member) => [member, `*.${member}`, `*.*.${member}`]),
    censor: '[redacted]',
  },
  serializers: { req: loggedRequest, res: loggedReply, err: loggedError },
  hooks: { streamWrite: withoutSecrets },
});

/** A finished log line without anything that looks like a key or a bearer token. */
export const withoutSecrets = (line: string): string => line.replace(keyOrToken, '[redacted]');

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

interface LoggedError {
  [member: string]: unknown;
  type: string;
  message: string;
  stack: string;
}
