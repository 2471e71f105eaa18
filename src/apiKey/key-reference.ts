import { z } from 'zod';
import { type KeySecretNames, keySecretNames, OLDER_SECRETS } from './key-secrets.ts';

/**
 * What the wizard's state knows about a key: where it is and what NVIDIA said, never the key.
 * - `none`: nothing was given yet
 * - `entered`: in the vault, for one project, under an id that was made up for it; it becomes the
 *   project's key, or that of this deployment alone. `switched-off`: the administrator wants no
 *   verification; `could-not-tell`: nobody could tell, and the person went on. `replaces`: the project's
 *   key that the person was shown then, by `stateOfKey`, so that no other is replaced
 * - `stored`: the project has a key already, in Secrets that are reused: ours, or those of the
 *   dashboard's older integration
 * - `in-use`: an existing deployment has one, which stays. `source`: it is one of the project's, as above;
 *   missing for a key of the deployment's own, of which the plugin's service cannot be asked
 * - `not-needed`: the cluster pulls with its own credentials (disconnected)
 */
export const keyReferenceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('entered'),
    project: z.string(),
    id: z.string(),
    scope: z.enum(['project', 'deployment']),
    lastFour: z.string(),
    verification: z.enum(['verified', 'switched-off', 'could-not-tell']),
    replaces: z.string(),
  }),
  z.object({
    kind: z.literal('stored'),
    project: z.string(),
    source: z.enum(['project', 'older']),
  }),
  z.object({
    kind: z.literal('in-use'),
    project: z.string(),
    source: z.enum(['project', 'older']).optional(),
  }),
  z.object({ kind: z.literal('not-needed') }),
]);

export type KeyReference = z.infer<typeof keyReferenceSchema>;

export type EnteredKeyReference = Extract<KeyReference, { kind: 'entered' }>;
export type StoredKeyReference = Extract<KeyReference, { kind: 'stored' }>;

/** The wizard goes on with any reference but none. */
export const usableKeySchema = keyReferenceSchema.refine((key) => key.kind !== 'none', {
  message: 'Verify an NVIDIA API key first.',
});

/** Not a deployment's own key, nor the first that a project gets: others run with the one that goes. */
export const replacesProjectKey = ({ scope, replaces }: EnteredKeyReference): boolean =>
  scope === 'project' && replaces !== '';

/** The Secrets that a new deployment takes its key from; undefined when it takes none. */
export const secretNamesOf = (
  reference: KeyReference,
  deployment: string,
): KeySecretNames | undefined => {
  switch (reference.kind) {
    case 'entered':
      return keySecretNames(reference.scope, deployment);
    case 'stored':
      return reference.source === 'older' ? OLDER_SECRETS : keySecretNames('project', deployment);
    default:
      return undefined;
  }
};
