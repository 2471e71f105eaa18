import { listAt, objectAt, textAt } from '../json.ts';
import type { Caller } from '../request/caller.ts';
import type { Storage } from '../storage.ts';
import type { StoredObject } from '../stored-object.ts';

/** One rule of a Role or ClusterRole, every list present. */
export interface PolicyRule {
  apiGroups: string[];
  resources: string[];
  resourceNames: string[];
  nonResourceURLs: string[];
  verbs: string[];
}

/** A rule that holds for a caller, and the sentence that says why. */
export interface GrantedRule {
  rule: PolicyRule;
  because: string;
}

const group = 'rbac.authorization.k8s.io';
const texts = (value: unknown, field: string): string[] => listAt(value, field).map(String);

/** The rules of a stored role. */
export const rulesOf = (role: StoredObject | undefined): PolicyRule[] =>
  role
    ? listAt(role, 'rules').map((rule) => ({
        apiGroups: texts(rule, 'apiGroups'),
        resources: texts(rule, 'resources'),
        resourceNames: texts(rule, 'resourceNames'),
        nonResourceURLs: texts(rule, 'nonResourceURLs'),
        verbs: texts(rule, 'verbs'),
      }))
    : [];

/** The role that a binding refers to. */
export const roleOf = (binding: StoredObject, storage: Storage): StoredObject | undefined => {
  const ref = objectAt(binding, 'roleRef');
  const name = textAt(ref, 'name') ?? '';
  return textAt(ref, 'kind') === 'Role'
    ? storage.get({ group, plural: 'roles' }, binding.metadata.namespace ?? '', name)
    : storage.get({ group, plural: 'clusterroles' }, '', name);
};

/** Every rule that the stored RBAC objects grant a caller: cluster-wide, and in the namespace if one is given. */
export const grantedRules = (
  caller: Caller,
  namespace: string,
  storage: Storage,
): GrantedRule[] => {
  const bindings = [
    ...storage.list({ group, plural: 'clusterrolebindings' }),
    ...(namespace ? storage.list({ group, plural: 'rolebindings' }, namespace) : []),
  ];
  return bindings.flatMap((binding) => {
    const subject = listAt(binding, 'subjects').find((candidate) =>
      isSubject(candidate, caller, binding.metadata.namespace ?? ''),
    );
    return subject === undefined
      ? []
      : rulesOf(roleOf(binding, storage)).map((rule) => ({
          rule,
          because: reason(binding, subject),
        }));
  });
};

const isSubject = (subject: unknown, caller: Caller, namespace: string): boolean => {
  const name = textAt(subject, 'name') ?? '';
  switch (textAt(subject, 'kind')) {
    case 'User':
      return name === caller.name;
    case 'Group':
      return caller.groups.includes(name);
    case 'ServiceAccount':
      return (
        caller.name === `system:serviceaccount:${textAt(subject, 'namespace') || namespace}:${name}`
      );
    default:
      return false;
  }
};

// The words of the API server's RBAC authorizer; an access review hands them out.
const reason = (binding: StoredObject, subject: unknown): string => {
  const { name, namespace } = binding.metadata;
  const ref = objectAt(binding, 'roleRef');
  const kind = namespace === undefined ? 'ClusterRoleBinding' : 'RoleBinding';
  const bindingName = namespace === undefined ? name : `${name}/${namespace}`;
  const who = textAt(subject, 'name') ?? '';
  const ofNamespace = textAt(subject, 'namespace');
  const subjectName = ofNamespace ? `${who}/${ofNamespace}` : who;
  return `RBAC: allowed by ${kind} "${bindingName}" of ${textAt(ref, 'kind')} "${textAt(ref, 'name')}" to ${textAt(subject, 'kind')} "${subjectName}"`;
};
