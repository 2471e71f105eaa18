import { z } from 'zod';

/** Why NVIDIA's answer says nothing about a key. */
export const unknownReasons = [
  'unreachable',
  'timeout',
  'rate-limited',
  'unexpected-answer',
] as const;

/**
 * What the plugin's service says about a key: NVIDIA knows it, NVIDIA refused it, or nobody could
 * tell. "Could not tell" is never shown as an invalid key.
 */
export const keyVerdictSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('valid') }),
  z.object({ status: z.literal('rejected') }),
  z.object({ status: z.literal('unknown'), reason: z.enum(unknownReasons) }),
]);

export type KeyVerdict = z.infer<typeof keyVerdictSchema>;

/** The body of `POST /api/v1/keys/verify`. `project` is a namespace's name. */
export const verifyRequestSchema = z
  .object({
    project: z
      .string()
      .max(63)
      .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/),
    key: z.string().min(1).max(2048),
  })
  .strict();

export type VerifyRequest = z.infer<typeof verifyRequestSchema>;
