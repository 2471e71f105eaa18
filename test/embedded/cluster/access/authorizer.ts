import type { Caller } from '../request/caller.ts';
import type { Storage } from '../storage.ts';
import { grantedRules, type PolicyRule } from './policy.ts';

/** What a caller wants to do with a resource; empty text where there is none. */
export interface ResourceAction {
  verb: string;
  group: string;
  resource: string;
  subresource: string;
  namespace: string;
  name: string;
}

/** What a caller wants to do with a path that is no resource. */
export interface PathAction {
  verb: string;
  path: string;
}

export type Permission = { status: 'allowed'; reason: string } | { status: 'denied' };

const superusers = 'system:masters';

const matches = (wanted: string, list: string[]): boolean =>
  list.includes('*') || list.includes(wanted);

/** Whether a rule covers an action on a resource. */
export const coversResource = (rule: PolicyRule, action: ResourceAction): boolean => {
  const { resource, subresource, name } = action;
  const full = subresource ? `${resource}/${subresource}` : resource;
  const resources =
    matches(full, rule.resources) ||
    (subresource !== '' && rule.resources.includes(`*/${subresource}`));
  return (
    matches(action.verb, rule.verbs) &&
    matches(action.group, rule.apiGroups) &&
    resources &&
    (rule.resourceNames.length === 0 || rule.resourceNames.includes(name))
  );
};

const coversPath = (rule: PolicyRule, action: PathAction): boolean =>
  matches(action.verb, rule.verbs) &&
  rule.nonResourceURLs.some(
    (path) =>
      path === '*' ||
      path === action.path ||
      (path.endsWith('*') && action.path.startsWith(path.slice(0, -1))),
  );

/** Whether the stored RBAC objects allow a caller an action on a resource. */
export const mayTouch = (caller: Caller, action: ResourceAction, storage: Storage): Permission =>
  permission(caller, action.namespace, storage, (rule) => coversResource(rule, action));

/** Whether the stored RBAC objects allow a caller a path. */
export const mayVisit = (caller: Caller, action: PathAction, storage: Storage): Permission =>
  permission(caller, '', storage, (rule) => coversPath(rule, action));

const permission = (
  caller: Caller,
  namespace: string,
  storage: Storage,
  covers: (rule: PolicyRule) => boolean,
): Permission => {
  if (caller.groups.includes(superusers)) {
    return { status: 'allowed', reason: '' };
  }
  const granted = grantedRules(caller, namespace, storage).find(({ rule }) => covers(rule));
  return granted ? { status: 'allowed', reason: granted.because } : { status: 'denied' };
};
