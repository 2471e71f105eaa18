import { z } from 'zod';
import { keyQuestions, unknownReasons } from './key-verdict.ts';

/**
 * What the plugin's service says about a key and an image:
 * - `can-pull`: the registry gave the image's manifest
 * - `not-entitled`: the registry refused this key for this image
 * - `no-such-tag`: the registry knows no such image or version
 * - `region-restricted`: not available where the service asks from (HTTP 451)
 * - `cannot-be-checked`: this person may not read the project's key
 * - `unknown`: nobody could tell, which is never shown as a missing permission
 */
export const pullVerdictSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('can-pull') }),
  z.object({ status: z.literal('not-entitled') }),
  z.object({ status: z.literal('no-such-tag') }),
  z.object({ status: z.literal('region-restricted') }),
  z.object({ status: z.literal('cannot-be-checked') }),
  z.object({ status: z.literal('unknown'), reason: z.enum(unknownReasons) }),
]);

export type PullVerdict = z.infer<typeof pullVerdictSchema>;

const REFUSALS: ReadonlySet<string> = new Set<PullVerdict['status']>([
  'not-entitled',
  'no-such-tag',
  'region-restricted',
]);

/** Whether the registry has refused for certain: a deployment could not start. */
export const isRefusedPull = ({ status }: { status: string }): boolean => REFUSALS.has(status);

/** As `registry/namespace/name:tag`; the service reads it by the grammar of image references. */
const image = z.string().min(1).max(512);

/** The body of `POST /api/v1/keys/check-pull`: a key that was entered, or one that is stored. */
export const pullRequestSchema = z.union([
  keyQuestions.entered.extend({ image }),
  keyQuestions.stored.extend({ image }),
]);

export type PullRequest = z.infer<typeof pullRequestSchema>;
