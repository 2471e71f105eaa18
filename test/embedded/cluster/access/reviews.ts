import { invalidValue } from '../field-errors.ts';
import { isJsonObject, objectAt, textAt } from '../json.ts';
import type { Caller } from '../request/caller.ts';
import { invalid } from '../status.ts';
import type { Storage } from '../storage.ts';
import type { StoredObject } from '../stored-object.ts';
import { mayTouch, mayVisit } from './authorizer.ts';
import { grantedRules } from './policy.ts';

/** Answers a SelfSubjectAccessReview or SelfSubjectRulesReview: the object with its status filled in. */
export const reviewed = (
  { apiVersion, kind, spec }: StoredObject,
  caller: Caller,
  storage: Storage,
): object => {
  const asksForRules = kind === 'SelfSubjectRulesReview';
  const status = asksForRules
    ? rulesStatus(spec, caller, storage)
    : accessStatus(spec, caller, storage);
  return {
    apiVersion,
    kind,
    metadata: { creationTimestamp: null },
    spec: asksForRules ? {} : (spec ?? {}),
    status,
  };
};

const asksForPath = (spec: unknown): boolean =>
  isJsonObject(spec) && isJsonObject(spec['nonResourceAttributes']);

const refuseUnclear = (spec: unknown): void => {
  const asksForResource = isJsonObject(spec) && isJsonObject(spec['resourceAttributes']);
  if (asksForPath(spec) === asksForResource) {
    const why = 'exactly one of nonResourceAttributes or resourceAttributes must be specified';
    throw invalid({ group: 'authorization.k8s.io', kind: '' }, '', [
      invalidValue('spec.resourceAttributes', asksForResource ? '' : 'null', why),
    ]);
  }
};

const accessStatus = (spec: unknown, caller: Caller, storage: Storage): object => {
  refuseUnclear(spec);
  const wanted = objectAt(spec, 'resourceAttributes');
  const path = objectAt(spec, 'nonResourceAttributes');
  const field = (name: string) => textAt(wanted, name) ?? '';
  const permission = asksForPath(spec)
    ? mayVisit(
        caller,
        { verb: textAt(path, 'verb') ?? '', path: textAt(path, 'path') ?? '' },
        storage,
      )
    : mayTouch(
        caller,
        {
          verb: field('verb'),
          group: field('group'),
          resource: field('resource'),
          subresource: field('subresource'),
          namespace: field('namespace'),
          name: field('name'),
        },
        storage,
      );
  if (permission.status === 'denied') {
    return { allowed: false };
  }
  return { allowed: true, ...(permission.reason ? { reason: permission.reason } : {}) };
};

const rulesStatus = (spec: unknown, caller: Caller, storage: Storage): object => {
  const namespace = textAt(spec, 'namespace') ?? '';
  const all = caller.groups.includes('system:masters')
    ? [everything, everyPath]
    : grantedRules(caller, namespace, storage).map(({ rule }) => rule);
  return {
    resourceRules: all
      .filter((rule) => rule.nonResourceURLs.length === 0)
      .map(({ verbs, apiGroups, resources, resourceNames }) => ({
        verbs,
        apiGroups,
        resources,
        ...(resourceNames.length > 0 ? { resourceNames } : {}),
      })),
    nonResourceRules: all
      .filter((rule) => rule.nonResourceURLs.length > 0)
      .map(({ verbs, nonResourceURLs }) => ({ verbs, nonResourceURLs })),
    incomplete: false,
  };
};

const none = { apiGroups: [], resources: [], resourceNames: [], nonResourceURLs: [] };
const everything = { ...none, verbs: ['*'], apiGroups: ['*'], resources: ['*'] };
const everyPath = { ...none, verbs: ['*'], nonResourceURLs: ['*'] };
