import { z } from 'zod';

/** Why NVIDIA's answer says nothing about a key. */
export const unknownReasons = [
  'unreachable',
  'timeout',
  'rate-limited',
  /** NVIDIA answered with a status of 500 or more. */
  'server-error',
  'unexpected-answer',
  /** The project has no such key, or its Secret holds none that can be used. */
  'no-stored-key',
] as const;

/**
 * What the plugin's service says about a key: NVIDIA knows it, NVIDIA refused it, this person may not
 * read the project's key, or nobody could tell. "Could not tell" is never shown as an invalid key.
 */
export const keyVerdictSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('valid') }),
  z.object({ status: z.literal('rejected') }),
  z.object({ status: z.literal('cannot-be-checked') }),
  z.object({ status: z.literal('unknown'), reason: z.enum(unknownReasons) }),
]);

export type KeyVerdict = z.infer<typeof keyVerdictSchema>;

/**
 * Which of a project's stored keys is meant: the plugin's own (`project`), or that of the dashboard's
 * older integration (`older`). Their Secrets have fixed names; a question cannot name another.
 */
const storedKeyUses = ['project', 'older'] as const;

export type StoredKeyUse = (typeof storedKeyUses)[number];

const project = z
  .string()
  .max(63)
  .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);

/** A question brings a key along, or says which stored one is meant. `project` is a namespace's name. */
export const keyQuestions = {
  entered: z.object({ project, key: z.string().min(1).max(2048) }).strict(),
  stored: z.object({ project, use: z.enum(storedKeyUses) }).strict(),
} as const;

/** The body of `POST /api/v1/keys/verify`. */
export const verifyRequestSchema = z.union([keyQuestions.entered, keyQuestions.stored]);

export type VerifyRequest = z.infer<typeof verifyRequestSchema>;
