import type { FastifyRequest } from 'fastify';

/** The user's token as the dashboard forwards it, if there is one that fits into a header. */
export const bearerToken = (request: Pick<FastifyRequest, 'headers'>): string | undefined =>
  /^bearer ([\x21-\x7e]+)$/i.exec(request.headers.authorization ?? '')?.[1];
