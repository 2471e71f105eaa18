import type { Caller } from '../request/caller.ts';
import type { ResourceType } from '../resource-type.ts';
import { forbidden, notFound } from '../status.ts';
import type { Storage } from '../storage.ts';
import type { StoredObject } from '../stored-object.ts';
import { objectAt, textAt } from '../json.ts';
import { mayTouch } from './authorizer.ts';
import { grantedRules, roleOf, rulesOf, type PolicyRule } from './policy.ts';

/**
 * Nobody may grant what they do not hold: refuses a role with rules beyond its author's own, and a binding to such
 * a role, unless the author may `escalate` or `bind`.
 *
 * @throws Refusal 403 in the words of Kubernetes' escalation check; 404 when a binding's role does not exist.
 */
export const refuseEscalation = (
  caller: Caller,
  type: ResourceType,
  object: StoredObject,
  storage: Storage,
): void => {
  const isRole = object.kind === 'Role' || object.kind === 'ClusterRole';
  if (type.group !== 'rbac.authorization.k8s.io' || caller.groups.includes('system:masters')) {
    return;
  }
  const rules = isRole ? rulesOf(object) : rulesBound(object, storage, caller);
  const missing = missingRules(caller, object.metadata.namespace ?? '', rules, storage);
  if (missing.length > 0 && !(isRole && mayEscalate(caller, type, object, storage))) {
    throw forbidden(type, object.metadata.name, sentence(caller, missing));
  }
};

const mayEscalate = (
  caller: Caller,
  type: ResourceType,
  object: StoredObject,
  storage: Storage,
): boolean =>
  mayTouch(
    caller,
    {
      verb: 'escalate',
      group: type.group,
      resource: type.plural,
      subresource: '',
      namespace: object.metadata.namespace ?? '',
      name: object.metadata.name,
    },
    storage,
  ).status === 'allowed';

const rulesBound = (binding: StoredObject, storage: Storage, caller: Caller): PolicyRule[] => {
  const ref = objectAt(binding, 'roleRef');
  const name = textAt(ref, 'name') ?? '';
  const plural = textAt(ref, 'kind') === 'Role' ? 'roles' : 'clusterroles';
  const action = {
    verb: 'bind',
    group: 'rbac.authorization.k8s.io',
    resource: plural,
    subresource: '',
    namespace: binding.metadata.namespace ?? '',
    name,
  };
  if (mayTouch(caller, action, storage).status === 'allowed') {
    return [];
  }
  const role = roleOf(binding, storage);
  if (!role) {
    throw notFound({ group: action.group, plural }, name);
  }
  return rulesOf(role);
};

/** The smallest grants: one verb of one resource of one group, or one path. */
const split = (rule: PolicyRule): PolicyRule[] =>
  rule.verbs.flatMap((verb) => [
    ...rule.apiGroups.flatMap((group) =>
      rule.resources.flatMap((resource) =>
        (rule.resourceNames.length > 0 ? rule.resourceNames : [undefined]).map((name) => ({
          apiGroups: [group],
          resources: [resource],
          resourceNames: name === undefined ? [] : [name],
          nonResourceURLs: [],
          verbs: [verb],
        })),
      ),
    ),
    ...rule.nonResourceURLs.map((url) => ({
      apiGroups: [],
      resources: [],
      resourceNames: [],
      nonResourceURLs: [url],
      verbs: [verb],
    })),
  ]);

const missingRules = (
  caller: Caller,
  namespace: string,
  rules: PolicyRule[],
  storage: Storage,
): PolicyRule[] => {
  const owned = grantedRules(caller, namespace, storage).map(({ rule }) => rule);
  return rules.flatMap(split).filter((wanted) => !owned.some((own) => includes(own, wanted)));
};

const all = (wanted: string[], own: string[]): boolean =>
  own.includes('*') || wanted.every((value) => own.includes(value));

const includes = (own: PolicyRule, wanted: PolicyRule): boolean =>
  all(wanted.verbs, own.verbs) &&
  all(wanted.apiGroups, own.apiGroups) &&
  all(wanted.resources, own.resources) &&
  all(wanted.nonResourceURLs, own.nonResourceURLs) &&
  (own.resourceNames.length === 0 ||
    (wanted.resourceNames.length > 0 &&
      wanted.resourceNames.every((name) => own.resourceNames.includes(name))));

const quoted = (values: string[]): string =>
  `[${values.map((value) => JSON.stringify(value)).join(' ')}]`;

const sentence = (caller: Caller, missing: PolicyRule[]): string =>
  `user "${caller.name}" (groups=${quoted(caller.groups)}) is attempting to grant RBAC permissions not currently held:\n${compact(missing).map(shown).toSorted().join('\n')}`;

/** Rules that differ only in their verbs, as one. */
const compact = (rules: PolicyRule[]): PolicyRule[] => {
  const byTarget = new Map<string, PolicyRule>();
  for (const rule of rules) {
    const target = JSON.stringify({ ...rule, verbs: [] });
    const same = byTarget.get(target);
    byTarget.set(target, same ? { ...same, verbs: [...same.verbs, ...rule.verbs] } : rule);
  }
  return [...byTarget.values()];
};

const shown = (rule: PolicyRule): string => {
  const parts = [
    ['APIGroups', rule.apiGroups],
    ['Resources', rule.resources],
    ['ResourceNames', rule.resourceNames],
    ['NonResourceURLs', rule.nonResourceURLs],
    ['Verbs', rule.verbs],
  ] as const;
  const written = parts
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => `${name}:${quoted([...values])}`);
  return `{${written.join(', ')}}`;
};
