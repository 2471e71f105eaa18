import type { TokenChoice } from '../../bundle/deployment-choices.ts';
import { tokenResources } from '../../bundle/token-resources.ts';
import type { ClusterClient, ObjectReference } from '../../cluster/cluster-client.ts';
import type { ClusterError } from '../../cluster/cluster-error.ts';
import type { JsonPatch } from '../../cluster/json-patch.ts';
import { pointerTo } from '../../cluster/json-patch.ts';
import type { InferenceService, KubernetesObject } from '../../cluster/kubernetes.ts';
import type { Problem } from '../checks/problem.ts';
import { checkTokens } from '../checks/tokens.ts';
import type { RefusedUpdate } from './update-plan.ts';

/** A token of a deployment, as the form has it: one that exists has the name of its Secret. */
export interface EditedToken {
  displayName: string;
  secretName?: string | undefined;
  uid?: string | undefined;
}

/** What a person's changes to the tokens of a deployment mean for the objects behind them. */
export interface TokenChange {
  /** New tokens of which several would be one. Nothing must be changed then. */
  problems: Problem[];
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
    problems: checkTokens(fresh),
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

/** Asks the cluster about all of it at once, and changes nothing. */
export const checkTokenChange = async (
  change: TokenChange,
  cluster: ClusterClient,
): Promise<RefusedUpdate[]> => {
  const dryRun = { dryRun: true };
  const outcomes = await Promise.all([
    ...[...change.shared, ...change.added].map(async (object) => ({
      object,
      outcome: await cluster.create(object, dryRun),
    })),
    ...change.removed.map(async ({ secret, uid }) => ({
      object: asObject(secret),
      outcome: await cluster.remove(secret, { uid }, dryRun),
    })),
  ]);
  return outcomes.flatMap(({ object, outcome }) =>
    outcome.status === 'failed' && !isExpected(change, object, outcome.error)
      ? [
          {
            object,
            error: outcome.error,
            verb:
              change.shared.includes(object) || change.added.includes(object)
                ? 'created'
                : 'updated',
          },
        ]
      : [],
  );
};

/**
 * What tokens share may be there already. A RoleBinding's dry run misses its Role as long as that is not
 * really there; and a token that is gone need not be removed.
 */
const isExpected = (change: TokenChange, object: KubernetesObject, error: ClusterError): boolean =>
  (change.shared.includes(object) && error.kind === 'alreadyExists') ||
  (!change.added.includes(object) && error.kind === 'notFound');

const asObject = ({ apiVersion, kind, metadata }: ObjectReference): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name: metadata.name, namespace: metadata.namespace ?? '' },
});

export type AddOutcome =
  | { status: 'done'; made: KubernetesObject[] }
  | { status: 'failed'; refused: RefusedUpdate; left: RefusedUpdate[] };

/** Makes what new tokens need, before the deployment asks for one; all of it or, as far as possible, nothing. */
export const addTokens = async (
  change: TokenChange,
  cluster: ClusterClient,
): Promise<AddOutcome> => {
  const made: KubernetesObject[] = [];
  for (const object of [...change.shared, ...change.added]) {
    const outcome = await cluster.create(object);
    if (outcome.status === 'ok') {
      made.push(outcome.value);
    } else if (!change.shared.includes(object) || outcome.error.kind !== 'alreadyExists') {
      const refused = { object, error: outcome.error, verb: 'created' } as const;
      return { status: 'failed', refused, left: await takeBack(made, cluster) };
    }
  }
  return { status: 'done', made };
};

/** Removes what was made, and nothing that took its name since; answers what is left. */
export const takeBack = async (
  made: readonly KubernetesObject[],
  cluster: ClusterClient,
): Promise<RefusedUpdate[]> => {
  const left: RefusedUpdate[] = [];
  for (const object of made.toReversed()) {
    const outcome = await cluster.remove(object, { uid: object.metadata.uid });
    if (outcome.status === 'failed' && outcome.error.kind !== 'notFound') {
      left.push({ object, error: outcome.error });
    }
  }
  return left;
};

/** Removes and renames, once the deployment is updated: a token that was removed must work no more. */
export const removeTokens = async (
  change: TokenChange,
  cluster: ClusterClient,
): Promise<RefusedUpdate[]> => {
  const outcomes = await Promise.all([
    ...change.removed.map(async ({ secret, uid }) => ({
      object: secret,
      outcome: await cluster.remove(secret, { uid }),
    })),
    ...change.renamed.map(async ({ secret, patch }) => ({
      object: secret,
      outcome: await cluster.patch(secret, patch),
    })),
  ]);
  return outcomes.flatMap(({ object, outcome }) =>
    outcome.status === 'failed' && outcome.error.kind !== 'notFound'
      ? [{ object: asObject(object), error: outcome.error }]
      : [],
  );
};
