import type { FastifyError, FastifyInstance } from 'fastify';
import { statusBody, type StatusBody } from './status-body.ts';

/** Every answer that is no success becomes a Status, in words of ours: a library's may quote input. */
export const answerErrors = (server: FastifyInstance): void => {
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(statusBody('NotFound', 'There is nothing at this address.')),
  );
  server.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = statusFor(error);
    request.log[status.code >= 500 ? 'error' : 'debug']({ err: error }, 'request failed');
    return reply.code(status.code).send(status);
  });
};

const statusFor = (error: FastifyError): StatusBody => {
  switch (error.statusCode) {
    case 413:
      return statusBody('RequestEntityTooLarge', 'The body may have 4 KiB at most.');
    case 415:
      return statusBody('UnsupportedMediaType', 'The body must be sent as application/json.');
    case 404:
      return statusBody('NotFound', 'There is nothing at this address.');
    case 403:
      return statusBody('Forbidden', 'This address is not served.');
    default:
      return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
        ? statusBody('BadRequest', 'The request cannot be read: its body must be JSON.')
        : statusBody('InternalError', 'The service failed. Its log has the cause.');
  }
};
