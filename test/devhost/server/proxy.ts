import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bundledCopies } from './bundled-copies.ts';
import { currentUser, type DevUser } from './current-user.ts';
import type { UpstreamAnswer, UpstreamClient } from './upstream.ts';

interface ProxyOptions {
  /** What the dashboard's address begins with, without a slash at the end. */
  prefix: string;
  /** What takes its place at the upstream. */
  rewrite: string;
  upstream: UpstreamClient;
  users: DevUser[];
  /** For scripts of the remote: say in a Server-Timing header which libraries they hold a copy of. */
  marksCopies?: boolean;
}

/** The caller's, without what is the dashboard's own business. */
const HEADERS_TO_KEEP = [
  'accept',
  'accept-language',
  'content-type',
  'if-none-match',
  'user-agent',
];

/** Passes every request below `prefix` on with the signed-in user's token. */
export const addProxy = (server: FastifyInstance, options: ProxyOptions): void => {
  const { prefix, rewrite, upstream, users, marksCopies = false } = options;
  server.all(`${prefix}/*`, async (request, reply) => {
    const { token } = currentUser(request.headers.cookie, users);
    const gone = new AbortController();
    request.raw.once('aborted', () => gone.abort());
    try {
      const answer = await upstream.send({
        method: request.method,
        path: `${rewrite}${request.url.slice(prefix.length)}`,
        headers: { ...keptHeaders(request), authorization: `Bearer ${token}` },
        signal: gone.signal,
        ...(Buffer.isBuffer(request.body) ? { body: request.body } : {}),
      });
      return await sendAnswer(reply, answer, marksCopies);
    } catch (error) {
      request.log.warn(error);
      return reply.code(503).send({ error: `Nothing answers behind ${prefix}.` });
    }
  });
};

const keptHeaders = ({ headers }: FastifyRequest): Record<string, string> =>
  Object.fromEntries(
    HEADERS_TO_KEEP.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );

const sendAnswer = (
  reply: FastifyReply,
  answer: UpstreamAnswer,
  marksCopies: boolean,
): FastifyReply => {
  answer.headers.forEach(([name, value]) => reply.header(name, value));
  const isScript = answer.headers.some(
    ([name, value]) => name === 'content-type' && value.includes('javascript'),
  );
  if (marksCopies && isScript) {
    const copies = bundledCopies(new TextDecoder().decode(answer.body));
    if (copies.length > 0) {
      reply.header('server-timing', copies.join(', '));
    }
  }
  return reply.code(answer.status).send(Buffer.from(answer.body));
};
