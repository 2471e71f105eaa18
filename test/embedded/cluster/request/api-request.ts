import { resourceTypeAt } from '../resource-table.ts';
import type { ResourceType } from '../resource-type.ts';

/** What a request wants done, in RBAC's words. */
export type Verb =
  'get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete' | 'deletecollection';

/** A request to a resource, known to the server or not: RBAC is asked before the server looks. */
export interface ResourceRequest {
  kind: 'resource';
  verb: Verb;
  group: string;
  version: string;
  plural: string;
  namespace: string;
  name: string;
  /** For RBAC: a collection from which one object is selected by name counts as that object. */
  namedForRbac: string;
  subresource: string;
  type: ResourceType | undefined;
  query: URLSearchParams;
  method: string;
}

/** Anything else: discovery, health, version. */
export interface PathRequest {
  kind: 'path';
  verb: string;
  path: string;
}

export type ApiRequest = ResourceRequest | PathRequest;

/** Reads method and address of a request, as Kubernetes' RequestInfo does. */
export const readApiRequest = (method: string, address: URL): ApiRequest => {
  const parts = address.pathname
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
  const path: PathRequest = { kind: 'path', verb: method.toLowerCase(), path: address.pathname };
  if (parts[0] === 'api' && parts.length > 2) {
    return resourceRequest(method, address, '', parts.slice(1));
  }
  return parts[0] === 'apis' && parts.length > 3
    ? resourceRequest(method, address, parts[1] ?? '', parts.slice(2))
    : path;
};

const resourceRequest = (
  method: string,
  address: URL,
  group: string,
  [version = '', ...rest]: string[],
): ResourceRequest => {
  const inNamespace = rest[0] === 'namespaces' && rest.length > 2 && rest[2] !== 'status';
  const [plural = '', name = '', subresource = ''] = inNamespace ? rest.slice(2) : rest;
  const verb = verbOf(method, name, address.searchParams);
  const ownNamespace = group === '' && plural === 'namespaces' ? name : '';
  return {
    kind: 'resource',
    verb,
    group,
    version,
    plural,
    namespace: inNamespace ? (rest[1] ?? '') : ownNamespace,
    name,
    namedForRbac: name || selectedName(address.searchParams),
    subresource,
    type: resourceTypeAt(group, version, plural),
    query: address.searchParams,
    method,
  };
};

const selectedName = (query: URLSearchParams): string =>
  /(?:^|,)metadata\.name==?([^,=!]+)(?:,|$)/.exec(query.get('fieldSelector') ?? '')?.[1] ?? '';

const verbOf = (method: string, name: string, query: URLSearchParams): Verb => {
  switch (method) {
    case 'POST':
      return 'create';
    case 'PUT':
      return 'update';
    case 'PATCH':
      return 'patch';
    case 'DELETE':
      return name === '' ? 'deletecollection' : 'delete';
    default:
      return readVerb(name, query);
  }
};

const readVerb = (name: string, query: URLSearchParams): Verb => {
  const watching = ['true', '1'].includes(query.get('watch') ?? '');
  if (watching) {
    return 'watch';
  }
  return name === '' ? 'list' : 'get';
};
