import { z } from 'zod';

/**
 * What the wizard's state knows about a key: where it is and what NVIDIA said, never the key.
 * - `none`: nothing was given yet
 * - `entered`: in the vault, for one project; `verifiedAt` (ISO 8601) is missing when the
 *   administrator switched verification off
 * - `stored`: the project has a key already, in Secrets that are reused
 * - `not-needed`: the cluster pulls with its own credentials (disconnected)
 */
export const keyReferenceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('entered'),
    project: z.string(),
    lastFour: z.string(),
    verifiedAt: z.string().optional(),
  }),
  z.object({ kind: z.literal('stored'), project: z.string() }),
  z.object({ kind: z.literal('not-needed') }),
]);

export type KeyReference = z.infer<typeof keyReferenceSchema>;

/** The wizard goes on with any reference but none. */
export const usableKeySchema = keyReferenceSchema.refine((key) => key.kind !== 'none', {
  message: 'Verify an NVIDIA API key first.',
});
