import { invalidValue, required, unsupportedValue } from '../field-errors.ts';
import { isJsonObject, listAt, objectAt, sameJson, textAt } from '../json.ts';
import type { FieldError } from '../status.ts';
import type { StoredObject } from '../stored-object.ts';

const rbacGroup = 'rbac.authorization.k8s.io';

/** A rule names verbs, and either resources of API groups or (in a ClusterRole) paths. */
export const roleErrors = (role: StoredObject): FieldError[] =>
  listAt(role, 'rules').flatMap((rule, at) => ruleErrors(rule, `rules[${at}]`, role.kind));

const ruleErrors = (rule: unknown, field: string, kind: string): FieldError[] => {
  const paths = listAt(rule, 'nonResourceURLs');
  const resourceful = [...listAt(rule, 'apiGroups'), ...listAt(rule, 'resources')];
  const verbs =
    listAt(rule, 'verbs').length > 0
      ? []
      : [required(`${field}.verbs`, 'verbs must contain at least one value')];
  if (paths.length > 0) {
    return [...verbs, ...pathRuleErrors(paths, resourceful, field, kind)];
  }
  return [
    ...verbs,
    ...(listAt(rule, 'apiGroups').length > 0
      ? []
      : [required(`${field}.apiGroups`, 'resource rules must supply at least one api group')]),
    ...(listAt(rule, 'resources').length > 0
      ? []
      : [required(`${field}.resources`, 'resource rules must supply at least one resource')]),
  ];
};

const pathRuleErrors = (
  paths: unknown[],
  resourceful: unknown[],
  field: string,
  kind: string,
): FieldError[] => {
  const at = `${field}.nonResourceURLs`;
  if (kind === 'Role') {
    return [invalidValue(at, paths, 'namespaced rules cannot apply to non-resource URLs')];
  }
  return resourceful.length > 0
    ? [
        invalidValue(
          at,
          paths,
          'rules cannot apply to both regular resources and non-resource URLs',
        ),
      ]
    : [];
};

/** A binding refers to one role and names its subjects. */
export const bindingErrors = (binding: StoredObject): FieldError[] => {
  const ref = objectAt(binding, 'roleRef');
  const kinds = binding.kind === 'RoleBinding' ? ['Role', 'ClusterRole'] : ['ClusterRole'];
  const kind = textAt(ref, 'kind') ?? '';
  return [
    ...(textAt(ref, 'apiGroup') === rbacGroup
      ? []
      : [unsupportedValue('roleRef.apiGroup', textAt(ref, 'apiGroup') ?? '', [rbacGroup])]),
    ...(kinds.includes(kind) ? [] : [unsupportedValue('roleRef.kind', kind, kinds)]),
    ...(textAt(ref, 'name') ? [] : [required('roleRef.name')]),
    ...listAt(binding, 'subjects').flatMap((subject, at) =>
      subjectErrors(subject, `subjects[${at}]`, binding.kind),
    ),
  ];
};

const subjectErrors = (subject: unknown, field: string, bindingKind: string): FieldError[] => {
  const kind = textAt(subject, 'kind') ?? '';
  const name = textAt(subject, 'name') ? [] : [required(`${field}.name`)];
  if (kind === 'ServiceAccount') {
    const isClear = bindingKind === 'RoleBinding' || textAt(subject, 'namespace');
    const namespace = isClear ? [] : [required(`${field}.namespace`)];
    return [...name, ...namespace];
  }
  const group = textAt(subject, 'apiGroup') ?? '';
  return kind === 'User' || kind === 'Group'
    ? [
        ...name,
        ...(group === rbacGroup ? [] : [unsupportedValue(`${field}.apiGroup`, group, [rbacGroup])]),
      ]
    : [...name, unsupportedValue(`${field}.kind`, kind, ['ServiceAccount', 'User', 'Group'])];
};

/** A binding's role never changes. */
export const bindingChangeErrors = (object: StoredObject, before: StoredObject): FieldError[] => {
  const ref = objectAt(object, 'roleRef');
  if (sameJson(ref, before['roleRef'])) {
    return [];
  }
  const field = (name: string) => JSON.stringify(ref[name] ?? '');
  const shown = `rbac.RoleRef{APIGroup:${field('apiGroup')}, Kind:${field('kind')}, Name:${field('name')}}`;
  const body = `Invalid value: ${shown}: cannot change roleRef`;
  return [{ field: 'roleRef', reason: 'FieldValueInvalid', body }];
};

/** A role without rules says so. */
export const completeRole = (role: StoredObject): void => {
  role['rules'] ??= null;
};

/** Fills in the API groups that RBAC fills in. */
export const completeBinding = (binding: StoredObject): void => {
  const ref = objectAt(binding, 'roleRef');
  binding['roleRef'] = { ...ref, apiGroup: textAt(ref, 'apiGroup') || rbacGroup };
  const subjects = listAt(binding, 'subjects').map((subject) => completeSubject(subject));
  if (subjects.length > 0) {
    binding['subjects'] = subjects;
  }
};

const completeSubject = (subject: unknown): unknown => {
  const kind = textAt(subject, 'kind');
  const needed = (kind === 'User' || kind === 'Group') && !textAt(subject, 'apiGroup');
  return needed && isJsonObject(subject) ? { ...subject, apiGroup: rbacGroup } : subject;
};
