import { hash, randomBytes } from 'node:crypto';

/** What stands for a bearer token in memory: a hash with a secret that ends with the process. */
export const createTokenHash = (): ((token: string) => string) => {
  const secret = randomBytes(32).toString('base64');
  return (token) => hash('sha256', `${secret}${token}`, 'base64');
};
