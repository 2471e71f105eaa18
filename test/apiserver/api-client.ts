import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { isJsonObject, objectAt, textAt } from '../embedded/cluster/json.ts';
import { resourceTypeOf } from '../embedded/cluster/resource-table.ts';
import { isEstablished } from './definitions.ts';

/** What it takes to talk to an API server as its administrator. */
export interface Access {
  url: string;
  token: string;
  fetch(request: Request): Promise<Response>;
}

const definitionPath = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

const ask = (access: Access, method: string, path: string, body?: unknown): Promise<Response> =>
  access.fetch(
    new Request(`${access.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${access.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );

/** Whether the API server is ready for requests. */
export const isReady = async (access: Access): Promise<boolean> => {
  try {
    return (await ask(access, 'GET', '/readyz')).ok;
  } catch {
    return false;
  }
};

/** Whether every custom kind is served. */
export const areServed = async (
  access: Access,
  definitions: KubernetesObject[],
): Promise<boolean> => {
  const answers = await Promise.all(
    definitions.map(async ({ metadata }) => {
      const answer = await ask(access, 'GET', `${definitionPath}/${metadata.name}`);
      return answer.ok && isEstablished(await answer.json());
    }),
  );
  return answers.every(Boolean);
};

/** Creates definitions of custom kinds. */
export const createDefinitions = async (
  access: Access,
  definitions: KubernetesObject[],
): Promise<void> => {
  for (const definition of definitions) {
    await refuseFailure(definition, await ask(access, 'POST', definitionPath, definition));
  }
};

/**
 * Creates objects, namespaces first. What the API server brings along (its own cluster roles `admin`, `edit` and
 * `view`) is replaced.
 */
export const createObjects = async (access: Access, objects: KubernetesObject[]): Promise<void> => {
  const inOrder = [
    ...objects.filter(isNamespace),
    ...objects.filter((object) => !isNamespace(object)),
  ];
  for (const object of inOrder) {
    await create(access, object);
  }
};

const isNamespace = ({ kind }: KubernetesObject): boolean => kind === 'Namespace';

const create = async (access: Access, object: KubernetesObject): Promise<void> => {
  const path = collectionPath(object);
  const answer = await ask(access, 'POST', path, object);
  if (answer.status !== 409) {
    await refuseFailure(object, answer);
    return;
  }
  const name = `${path}/${object.metadata.name}`;
  const existing: unknown = await (await ask(access, 'GET', name)).json();
  const resourceVersion = textAt(objectAt(existing, 'metadata'), 'resourceVersion') ?? '';
  const replacement = { ...object, metadata: { ...object.metadata, resourceVersion } };
  await refuseFailure(object, await ask(access, 'PUT', name, replacement));
};

const collectionPath = (object: KubernetesObject): string => {
  const type = resourceTypeOf(object);
  if (!type) {
    throw new Error(`nobody knows where a ${object.apiVersion} ${object.kind} is created`);
  }
  const root = type.group === '' ? '/api' : `/apis/${type.group}`;
  const namespace = type.namespaced ? `/namespaces/${object.metadata.namespace ?? ''}` : '';
  return `${root}/${type.version}${namespace}/${type.plural}`;
};

const refuseFailure = async (object: KubernetesObject, answer: Response): Promise<void> => {
  if (!answer.ok) {
    const status: unknown = await answer.json().catch(() => undefined);
    const why = isJsonObject(status) ? textAt(status, 'message') : undefined;
    throw new Error(
      `${object.kind} ${object.metadata.name} cannot be created: ${answer.status} ${why ?? ''}`,
    );
  }
};
