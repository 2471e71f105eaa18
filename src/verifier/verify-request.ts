import { verifyRequestSchema } from '../apiKey/key-verdict.ts';
import { readAskedKey, type AskedKey } from './asked-key.ts';

/** A question about a key that can be asked. */
export interface Verification {
  project: string;
  key: AskedKey;
}

export type VerifyRequestReading =
  { status: 'ok'; request: Verification } | { status: 'refused'; message: string };

const FORM =
  'The body must be an object with the members "project" (a project\'s name) and either "key" (a text) or "use" ("project" or "older"), and no other.';

/** Reads the body of a verify request. What it says about a bad one repeats nothing of it. */
export const readVerifyRequest = (body: unknown): VerifyRequestReading => {
  const read = verifyRequestSchema.safeParse(body);
  if (!read.success) {
    return { status: 'refused', message: FORM };
  }
  const asked = readAskedKey(read.data);
  return asked.status === 'ok'
    ? { status: 'ok', request: { project: read.data.project, key: asked.key } }
    : asked;
};
