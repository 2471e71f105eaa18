import type { FastifyBaseLogger } from 'fastify';
import type { AttemptRecord } from './attempt.ts';
import type { ServiceConfig } from './service-config.ts';

/**
 * One line for each attempt: who, for which project, what was said, how long it took. It is written at
 * any log level but `silent`: who has tried keys must be known, however little else is logged.
 */
export const createAuditLog = (
  log: FastifyBaseLogger,
  level: ServiceConfig['logLevel'],
): ((attempt: AttemptRecord) => void) => {
  const audit = log.child({ audit: true }, { level: level === 'silent' ? 'silent' : 'info' });
  return (attempt) => audit.info(attempt, 'attempt');
};
