import { displayNameOf } from '../bundle/display-name.ts';
import type { InferenceService, KubernetesObject, ObjectMeta } from '../cluster/kubernetes.ts';
import { isStillAtWork } from './left-overs.ts';
import { SUBMISSION_LABEL } from './plan/submission-label.ts';

/** A deployment that asks for a token, and none works. */
export interface UnfinishedDeployment {
  name: string;
  displayName: string;
  missing: 'tokens' | 'permission';
}

const PROTECTED = 'security.opendatahub.io/enable-auth';

/**
 * Whether a deployment of ours asks for tokens, so that it may be without. A deployment gets them after it
 * has been created: they are its own.
 */
export const asksForTokens = ({ metadata }: InferenceService): boolean =>
  metadata.labels?.[SUBMISSION_LABEL] !== undefined &&
  metadata.deletionTimestamp === undefined &&
  metadata.annotations?.[PROTECTED] === 'true';

/**
 * The deployments that nobody can call, since the browser was closed before their tokens were created. It
 * is told by what is there, and not by a mark: so it is true however it has come about.
 *
 * @param now in milliseconds
 */
export const findUnfinished = (
  services: readonly InferenceService[],
  has: {
    secrets: readonly { metadata: ObjectMeta }[];
    /** Undefined where a person may not see them. */
    roleBindings: readonly KubernetesObject[] | undefined;
  },
  now: number,
): UnfinishedDeployment[] => {
  const bindings = has.roleBindings?.map(({ metadata }) => metadata.name);
  const accounts = new Set(
    has.secrets.map(({ metadata }) => metadata.annotations?.['kubernetes.io/service-account.name']),
  );
  return services
    .filter((service) => asksForTokens(service) && !isStillAtWork(service, now))
    .flatMap(({ metadata }): UnfinishedDeployment[] => {
      const { name } = metadata;
      const displayName = displayNameOf(metadata);
      if (!accounts.has(`${name}-sa`)) {
        return [{ name, displayName, missing: 'tokens' }];
      }
      return bindings?.includes(`${name}-view`) === false
        ? [{ name, displayName, missing: 'permission' }]
        : [];
    });
};

/** What is missing, and what to do about it. */
export const describeUnfinished = ({ displayName, missing }: UnfinishedDeployment): string =>
  `"${displayName}" asks everybody who calls it for a token, ${
    missing === 'tokens' ? 'but none was created' : 'but its tokens have no permission yet'
  }. Edit the deployment, add a token and save it; or delete it.`;
