import { resourceTypes } from './resource-table.ts';
import type { ResourceType } from './resource-type.ts';

/** The document at a path that is no resource, or undefined when there is none. */
export const documentAt = (path: string): object | string | undefined => {
  const parts = path.split('/').filter((part) => part !== '');
  const [root, group = '', version = ''] = parts;
  switch (root) {
    case 'healthz':
    case 'livez':
    case 'readyz':
      return 'ok';
    case 'version':
      return { major: '1', minor: '', gitVersion: 'v1-embedded', platform: 'embedded' };
    case 'api':
      return apiDocument(parts);
    case 'apis':
      return parts.length < 3 ? groupDocument(group) : resourceList(group, version);
    default:
      return undefined;
  }
};

const apiDocument = (parts: string[]): object | undefined =>
  parts.length === 1 ? { kind: 'APIVersions', versions: ['v1'] } : resourceList('', parts[1] ?? '');

const groups = [...new Set(resourceTypes.map(({ group }) => group))].filter((name) => name !== '');

const groupOf = (name: string): object => {
  const versions = [
    ...new Set(resourceTypes.filter(({ group }) => group === name).map(({ version }) => version)),
  ].map((version) => ({ groupVersion: `${name}/${version}`, version }));
  // The most stable version is the preferred one: `v1` before `v1beta1` before `v1alpha1`.
  const [preferredVersion] = versions.toSorted(
    (a, b) => stability(b.version) - stability(a.version),
  );
  return { name, versions, preferredVersion };
};

const stability = (version: string): number => {
  if (version.includes('alpha')) {
    return 0;
  }
  return version.includes('beta') ? 1 : 2;
};

const groupDocument = (name: string): object | undefined => {
  if (name === '') {
    return { kind: 'APIGroupList', apiVersion: 'v1', groups: groups.map(groupOf) };
  }
  return groups.includes(name)
    ? { kind: 'APIGroup', apiVersion: 'v1', ...groupOf(name) }
    : undefined;
};

const resourceList = (group: string, version: string): object | undefined => {
  const types = resourceTypes.filter((type) => type.group === group && type.version === version);
  return types.length === 0
    ? undefined
    : {
        kind: 'APIResourceList',
        apiVersion: 'v1',
        groupVersion: group === '' ? version : `${group}/${version}`,
        resources: types.flatMap(resourceEntries),
      };
};

const verbs = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update'];

const resourceEntries = (type: ResourceType): object[] => {
  const { plural, singular, namespaced, kind, shortNames } = type;
  const entry = {
    name: plural,
    singularName: singular,
    namespaced,
    kind,
    verbs: type.review ? ['create'] : verbs,
    ...(shortNames.length > 0 ? { shortNames } : {}),
  };
  const status = {
    name: `${plural}/status`,
    singularName: '',
    namespaced,
    kind,
    verbs: ['get', 'patch', 'update'],
  };
  return type.hasStatus ? [entry, status] : [entry];
};
