import { readKey } from '../apiKey/key-shape.ts';
import { verifyRequestSchema, type VerifyRequest } from '../apiKey/key-verdict.ts';

export type VerifyRequestReading =
  { status: 'ok'; request: VerifyRequest } | { status: 'refused'; message: string };

/** Reads the body of a verify request. What it says about a bad one repeats nothing of it. */
export const readVerifyRequest = (body: unknown): VerifyRequestReading => {
  const read = verifyRequestSchema.safeParse(body);
  if (!read.success) {
    const members = new Set(read.error.issues.map(({ path }) => path[0]));
    const about = ['project', 'key'].filter((member) => members.has(member));
    return {
      status: 'refused',
      message:
        about.length === 0
          ? 'The body must be an object with the members "project" and "key" and no other.'
          : `The body's ${about.map((member) => `"${member}"`).join(' and ')} cannot be used: "project" is the name of a project, "key" a text.`,
    };
  }
  const key = readKey(read.data.key);
  return key.status === 'refused'
    ? { status: 'refused', message: key.message }
    : { status: 'ok', request: { project: read.data.project, key: key.key } };
};
