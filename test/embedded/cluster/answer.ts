import { mayTouch, mayVisit } from './access/authorizer.ts';
import type { Cluster } from './cluster.ts';
import { runControllers } from './controllers.ts';
import { documentAt } from './discovery.ts';
import { listOf, selected } from './read.ts';
import { readApiRequest, type PathRequest, type ResourceRequest } from './request/api-request.ts';
import { callerOf, type Caller } from './request/caller.ts';
import { decode, decodePatched, readObject } from './request/decoding.ts';
import { isDryRun } from './request/options.ts';
import { isOwnGroup } from './resource-table.ts';
import type { ResourceType } from './resource-type.ts';
import {
  badRequest,
  forbidden,
  forbiddenPath,
  methodNotAllowed,
  notFound,
  unknownResource,
} from './status.ts';
import type { StoredObject } from './stored-object.ts';
import { createObject } from './write/create.ts';
import { deleteObject, readDeletion } from './write/delete.ts';
import { patched } from './write/patch.ts';
import { updateObject } from './write/update.ts';

/** An answer before it is a Response: an object as JSON, or a text. */
export interface Answer {
  code: number;
  body: object | string;
}

interface Given {
  cluster: Cluster;
  caller: Caller;
  request: ResourceRequest;
  type: ResourceType;
  body: string;
  contentType: string;
}

const pageNotFound: Answer = { code: 404, body: '404 page not found\n' };

/**
 * Answers one request in the order in which the API server does: who is it, may they, is there such a thing, is it
 * right, is it new.
 *
 * @throws Refusal
 */
export const answer = async (cluster: Cluster, request: Request): Promise<Answer> => {
  const caller = callerOf(request.headers.get('authorization'), cluster.users, cluster.storage);
  const wanted = readApiRequest(request.method, new URL(request.url));
  if (wanted.kind === 'path') {
    return answerPath(wanted, caller, cluster);
  }
  authorize(wanted, caller, cluster);
  const { type } = wanted;
  if (!type || type.namespaced !== isAddressedInNamespace(wanted, type)) {
    return unknownAddress(wanted);
  }
  const given: Given = {
    cluster,
    caller,
    request: wanted,
    type,
    body: await request.text(),
    contentType: request.headers.get('content-type') ?? '',
  };
  return answerResource(given);
};

/** Groups of the API server itself answer with a Status, the room of the custom kinds with a page. */
const unknownAddress = ({ group, version }: ResourceRequest): Answer => {
  if (isOwnGroup(group, version)) {
    throw unknownResource();
  }
  return pageNotFound;
};

/** A namespaced type may be listed across namespaces; everything else needs its namespace. */
const isAddressedInNamespace = (request: ResourceRequest, type: ResourceType): boolean => {
  const listsAll = request.namespace === '' && ['list', 'create'].includes(request.verb);
  const inNamespace = request.namespace !== '' && type.plural !== 'namespaces';
  return inNamespace || (type.namespaced && listsAll);
};

const answerPath = (request: PathRequest, caller: Caller, cluster: Cluster): Answer => {
  if (mayVisit(caller, request, cluster.storage).status === 'denied') {
    throw forbiddenPath(caller.name, request.verb, request.path);
  }
  const document = documentAt(request.path);
  return document === undefined ? pageNotFound : { code: 200, body: document };
};

const authorize = (request: ResourceRequest, caller: Caller, { storage }: Cluster): void => {
  const { verb, group, plural, subresource, namespace, namedForRbac: name } = request;
  const action = { verb, group, resource: plural, subresource, namespace, name };
  if (mayTouch(caller, action, storage).status === 'denied') {
    const resource = subresource ? `${plural}/${subresource}` : plural;
    const where = namespace ? `in the namespace "${namespace}"` : 'at the cluster scope';
    throw forbidden(
      { group, plural },
      name,
      `User "${caller.name}" cannot ${verb} resource "${resource}" in API group "${group}" ${where}`,
    );
  }
};

const answerResource = (given: Given): Answer => {
  const { request, type } = given;
  if (request.subresource !== '' && !(request.subresource === 'status' && type.hasStatus)) {
    throw type.custom ? notFound(type, request.name) : unknownResource();
  }
  if (type.review && request.method !== 'POST') {
    throw methodNotAllowed();
  }
  if (request.verb === 'watch') {
    // Nothing here tells of changes: better to say so than to answer with a list.
    throw methodNotAllowed();
  }
  if (request.name === '') {
    return answerCollection(given);
  }
  const before = given.cluster.storage.get(type, namespaceOf(given), request.name);
  return answerObject(given, before);
};

const namespaceOf = ({ type, request }: Given): string =>
  type.namespaced ? request.namespace : '';

const answerCollection = (given: Given): Answer => {
  const { cluster, caller, request, type } = given;
  const namespace = namespaceOf(given);
  switch (request.method) {
    case 'GET': {
      const items = selected(cluster.storage, type, namespace, request.query);
      return { code: 200, body: listOf(cluster.storage, type, items) };
    }
    case 'POST': {
      if (type.namespaced && namespace === '') {
        return withoutNamespace(type);
      }
      const { query } = request;
      const body = readObject(given.body, given.contentType, type);
      const created = createObject({ cluster, caller, type, namespace, body, query });
      return after(cluster, { code: 201, body: created });
    }
    case 'DELETE': {
      const deletion = readDeletion(given.body, request.query);
      const items = selected(cluster.storage, type, namespace, request.query);
      for (const item of items) {
        deleteObject(cluster, type, item, deletion);
      }
      return after(cluster, { code: 200, body: listOf(cluster.storage, type, items) });
    }
    default:
      throw type.custom ? badRequest('name must be provided') : methodNotAllowed();
  }
};

const withoutNamespace = (type: ResourceType): Answer => {
  if (!type.custom) {
    throw methodNotAllowed();
  }
  return pageNotFound;
};

const answerObject = (given: Given, before: StoredObject | undefined): Answer => {
  const { cluster, request, type } = given;
  if (!before) {
    return answerMissing(given);
  }
  switch (request.method) {
    case 'GET':
      return { code: 200, body: before };
    case 'PUT':
      return after(cluster, { code: 200, body: replace(given, before) });
    case 'PATCH':
      return after(cluster, { code: 200, body: patch(given, before) });
    case 'DELETE': {
      const deletion = readDeletion(given.body, request.query);
      return after(cluster, { code: 200, body: deleteObject(cluster, type, before, deletion) });
    }
    default:
      throw methodNotAllowed();
  }
};

/** Only a PUT can do something with what is not there, and only for RBAC's kinds. */
const answerMissing = (given: Given): Answer => {
  const { cluster, caller, request, type } = given;
  if (request.method !== 'PUT' || !type.createOnUpdate) {
    throw notFound(type, request.name);
  }
  const body = readObject(given.body, given.contentType, type);
  const namespace = namespaceOf(given);
  const created = createObject({ cluster, caller, type, namespace, body, query: request.query });
  return after(cluster, { code: 201, body: created });
};

const replace = (given: Given, before: StoredObject): StoredObject => {
  const { cluster, caller, type, request } = given;
  return updateObject({
    cluster,
    caller,
    type,
    before,
    subresource: request.subresource,
    object: decode(readObject(given.body, given.contentType, type), type),
    dryRun: isDryRun(request.query.getAll('dryRun'), 'UpdateOptions'),
  });
};

const patch = (given: Given, before: StoredObject): StoredObject => {
  const { cluster, caller, type, request } = given;
  if (given.body === '') {
    throw badRequest('unable to parse the patch: unexpected end of JSON input');
  }
  return updateObject({
    cluster,
    caller,
    type,
    before,
    subresource: request.subresource,
    object: decodePatched(patched(before, given.contentType, given.body, type), type),
    isPatch: true,
    dryRun: isDryRun(request.query.getAll('dryRun'), 'PatchOptions'),
  });
};

const after = (cluster: Cluster, answered: Answer): Answer => {
  runControllers(cluster.storage);
  return answered;
};
