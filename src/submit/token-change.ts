import type { TokenChoice } from '../bundle/deployment-choices.ts';
import { tokenResources } from '../bundle/token-resources.ts';
import type { ClusterClient, ObjectReference } from '../cluster/cluster-client.ts';
import type { ClusterError } from '../cluster/cluster-error.ts';
import type { JsonPatch } from '../cluster/json-patch.ts';
import { pointerTo } from '../cluster/json-patch.ts';
import type { InferenceService, KubernetesObject } from '../cluster/kubernetes.ts';
import type { RefusedWrite } from './describe-outcome.ts';
import {
  isPassing,
  type Patience,
  type PatientCluster,
  tryAgain,
  withPatience,
} from './patience.ts';
import { removeSurely } from './undo-run.ts';

/** A token of a deployment, as the form has it: one that exists has the name of its Secret. */
export interface EditedToken {
  displayName: string;
  secretName?: string | undefined;
  uid?: string | undefined;
}

/** What a person's changes to the tokens of a deployment mean for the objects behind them. */
export interface TokenChange {
  /** What every token needs: made where it is missing. */
  shared: KubernetesObject[];
  added: KubernetesObject[];
  renamed: { secret: ObjectReference; patch: JsonPatch }[];
  removed: { secret: ObjectReference; uid: string | undefined }[];
}

/** The change from the tokens that the form was opened with to those that it has now. */
export const planTokenChange = (options: {
  service: InferenceService;
  before: readonly EditedToken[];
  after: readonly EditedToken[];
  /** A new token's name by its display name, as the host makes it. */
  nameOf: (token: EditedToken) => TokenChoice;
}): TokenChange => {
  const { service, before, after } = options;
  const { name, namespace = '' } = service.metadata;
  const fresh = after.filter(({ secretName }) => secretName === undefined).map(options.nameOf);
  const resources = tokenResources({ project: namespace, deployment: name, tokens: fresh });
  const secret = (secretName: string): ObjectReference => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: secretName, namespace },
  });
  const owned = ownedBy(service);
  return {
    shared: resources
      ? [resources.serviceAccount, resources.role, resources.roleBinding].map(owned)
      : [],
    added: (resources?.secrets ?? []).map(owned),
    renamed: after.flatMap(({ secretName, displayName }) =>
      before.some((one) => one.secretName === secretName && one.displayName !== displayName)
        ? [{ secret: secret(secretName ?? ''), patch: renaming(displayName) }]
        : [],
    ),
    removed: before.flatMap(({ secretName, uid }) =>
      secretName === undefined || after.some((one) => one.secretName === secretName)
        ? []
        : [{ secret: secret(secretName), uid }],
    ),
  };
};

const ownedBy =
  ({ apiVersion, kind, metadata }: InferenceService) =>
  (object: KubernetesObject): KubernetesObject => ({
    ...object,
    metadata: {
      ...object.metadata,
      ownerReferences: [
        {
          apiVersion,
          kind,
          name: metadata.name,
          uid: metadata.uid ?? '',
          blockOwnerDeletion: false,
        },
      ],
    },
  });

const renaming = (displayName: string): JsonPatch => [
  {
    op: 'add',
    path: pointerTo('metadata', 'annotations', 'openshift.io/display-name'),
    value: displayName,
  },
];

/**
 * Asks the cluster whether the tokens that leave may be removed, and those that get another name renamed;
 * changes nothing.
 */
export const checkLeavingTokens = async (
  change: TokenChange,
  cluster: PatientCluster,
): Promise<RefusedWrite[]> => {
  const dryRun = { dryRun: true };
  const outcomes = await Promise.all([
    ...change.removed.map(async ({ secret, uid }) => ({
      secret,
      outcome: await cluster.remove(secret, { uid }, dryRun),
    })),
    ...change.renamed.map(async ({ secret, patch }) => ({
      secret,
      outcome: await cluster.patch(secret, patch, dryRun),
    })),
  ]);
  return outcomes.flatMap(({ secret, outcome }) =>
    outcome.status === 'failed' && !isGone(outcome.error) ? [refused(secret, outcome.error)] : [],
  );
};

/** Of a token that is gone nothing need be removed, and of one that is another by now nothing must be. */
const isGone = ({ kind }: ClusterError): boolean => kind === 'notFound' || kind === 'conflict';

/**
 * Removes and renames, once the deployment is updated: a token that was removed must work no more. An
 * answer that was lost is looked into, and what may work the next time is tried again.
 */
export const removeTokens = async (
  change: TokenChange,
  cluster: ClusterClient,
  patience: Patience,
): Promise<RefusedWrite[]> => {
  const undoing = { cluster: withPatience(cluster, patience), patience, owners: [] };
  const outcomes = await Promise.all([
    ...change.removed.map(async ({ secret, uid }) => {
      const attempt = await removeSurely(asObject(secret, uid), undoing);
      return attempt.status === 'left' ? [refused(secret, attempt.error)] : [];
    }),
    ...change.renamed.map(async ({ secret, patch }) => {
      const outcome = await tryAgain(
        () => undoing.cluster.patch(secret, patch),
        (answer) => answer.status === 'ok' || !isPassing(answer.error),
        patience,
      );
      return outcome.status === 'failed' && outcome.error.kind !== 'notFound'
        ? [refused(secret, outcome.error)]
        : [];
    }),
  ]);
  return outcomes.flat();
};

const refused = (secret: ObjectReference, error: ClusterError): RefusedWrite => ({
  verb: 'updated',
  object: asObject(secret),
  error,
});

const asObject = (
  { apiVersion, kind, metadata }: ObjectReference,
  uid?: string | undefined,
): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: {
    name: metadata.name,
    namespace: metadata.namespace ?? '',
    ...(uid === undefined ? {} : { uid }),
  },
});
