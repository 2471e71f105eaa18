import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import {
  isJsonObject,
  listAt,
  objectAt,
  textAt,
  type JsonObject,
} from '../embedded/cluster/json.ts';
import { resourceTypes } from '../embedded/cluster/resource-table.ts';
import type { ResourceType } from '../embedded/cluster/resource-type.ts';
import { manifestDocuments } from '../embedded/seed/manifest-documents.ts';

const definitionKind = 'CustomResourceDefinition';

/**
 * The CustomResourceDefinitions of every custom kind that is in use: the published ones of a folder, and for the
 * kinds which it lacks (all of them without a folder) one made of the embedded cluster's own schema.
 */
export const customResourceDefinitions = (folder: string | undefined): KubernetesObject[] => {
  const published = folder === undefined ? [] : publishedIn(folder);
  const names = new Set(published.map(({ metadata }) => metadata.name));
  const own = resourceTypes
    .filter((type) => type.custom && !names.has(`${type.plural}.${type.group}`))
    .map(ownDefinition);
  return [...published, ...own];
};

const publishedIn = (folder: string): KubernetesObject[] =>
  readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .toSorted()
    .flatMap((name) => manifestDocuments(readFileSync(join(folder, name), 'utf8')))
    .filter((object) => object.kind === definitionKind)
    .map(asInstalled);

/** A published file may carry the status of the cluster that it came from. */
const asInstalled = (definition: KubernetesObject): KubernetesObject => {
  const fields: KubernetesObject & JsonObject = { ...definition };
  const { status: _status, ...rest } = fields;
  if (definition.metadata.name === 'templates.template.openshift.io') {
    keepObjects(rest);
  }
  return rest;
};

/**
 * OpenShift serves Templates by an API server of its own, which keeps the objects in them. Their published
 * definition is made for documentation and says only "an object", which an ordinary API server empties.
 */
const keepObjects = (definition: JsonObject): void => {
  for (const version of listAt(objectAt(definition, 'spec'), 'versions')) {
    const schema = objectAt(objectAt(version, 'schema'), 'openAPIV3Schema');
    const items = objectAt(objectAt(objectAt(schema, 'properties'), 'objects'), 'items');
    items['x-kubernetes-preserve-unknown-fields'] = true;
  }
};

const ownDefinition = (type: ResourceType): KubernetesObject & JsonObject => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: definitionKind,
  metadata: {
    name: `${type.plural}.${type.group}`,
  },
  spec: {
    group: type.group,
    scope: type.namespaced ? 'Namespaced' : 'Cluster',
    names: {
      kind: type.kind,
      plural: type.plural,
      singular: type.singular,
      shortNames: type.shortNames,
    },
    versions: [
      {
        name: type.version,
        served: true,
        storage: true,
        schema: { openAPIV3Schema: type.schema },
        ...(type.hasStatus ? { subresources: { status: {} } } : {}),
      },
    ],
  },
});

/** Whether the API server has accepted a definition and serves its kind. */
export const isEstablished = (definition: unknown): boolean =>
  listAt(objectAt(definition, 'status'), 'conditions').some(
    (condition) =>
      isJsonObject(condition) &&
      textAt(condition, 'type') === 'Established' &&
      textAt(condition, 'status') === 'True',
  );
