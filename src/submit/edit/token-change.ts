import type { TokenChoice } from '../../bundle/deployment-choices.ts';
import { tokenResources } from '../../bundle/token-resources.ts';
import type { JsonPatch } from '../../cluster/json-patch.ts';
import { pointerTo } from '../../cluster/json-patch.ts';
import type { InferenceService, KubernetesObject } from '../../cluster/kubernetes.ts';
import type { Problem } from '../checks/problem.ts';
import { checkTokens } from '../checks/tokens.ts';
import { secretIn } from '../plan/secret-in.ts';
import { referenceTo } from '../plan/owner-reference.ts';

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
  renamed: { secret: KubernetesObject; patch: JsonPatch }[];
  /** Each with its uid, as far as that is known. */
  removed: KubernetesObject[];
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
  const secretOf = (secretName: string, uid?: string): KubernetesObject =>
    secretIn(namespace, { name: secretName, ...(uid === undefined ? {} : { uid }) });
  const ownerReferences = [referenceTo(service)];
  const owned = (object: KubernetesObject): KubernetesObject => ({
    ...object,
    metadata: { ...object.metadata, ownerReferences },
  });
  return {
    problems: checkTokens(fresh),
    shared: resources
      ? [resources.serviceAccount, resources.role, resources.roleBinding].map(owned)
      : [],
    added: (resources?.secrets ?? []).map(owned),
    renamed: after.flatMap(({ secretName, displayName }) =>
      secretName !== undefined &&
      before.some((one) => one.secretName === secretName && one.displayName !== displayName)
        ? [{ secret: secretOf(secretName), patch: renaming(displayName) }]
        : [],
    ),
    removed: before.flatMap(({ secretName, uid }) =>
      secretName === undefined || after.some((one) => one.secretName === secretName)
        ? []
        : [secretOf(secretName, uid)],
    ),
  };
};

const renaming = (displayName: string): JsonPatch => [
  {
    op: 'add',
    path: pointerTo('metadata', 'annotations', 'openshift.io/display-name'),
    value: displayName,
  },
];
