import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { KubernetesObject } from '../../../src/cluster/kubernetes.ts';
import { listAt, type JsonObject } from '../../embedded/cluster/json.ts';
import { manifestDocuments } from '../../embedded/seed/manifest-documents.ts';
import { repository } from './kubectl.ts';

const isFile = (name: string): boolean => /\.(yaml|json|jq|md)$/.test(name);

/** A file of the repository, as text. */
export const written = (path: string): string => readFileSync(join(repository, path), 'utf8');

/** A YAML or JSON file of the repository. */
export const readValue = (path: string): unknown => parse(written(path));

/** The objects that a kustomization names, before it changes them. */
export const objectsOf = (folder: string): KubernetesObject[] =>
  listAt(readValue(`${folder}/kustomization.yaml`), 'resources').flatMap((resource) => {
    const path = `${folder}/${String(resource)}`;
    return isFile(path) ? manifestDocuments(written(path)) : objectsOf(path);
  });

/** The files of a folder that its kustomization does not name. */
export const unnamedFiles = (folder: string): string[] => {
  const named = listAt(readValue(`${folder}/kustomization.yaml`), 'resources');
  return readdirSync(join(repository, folder))
    .filter((name) => name !== 'kustomization.yaml')
    .filter((name) => !named.includes(name));
};

/** The one object of that kind and name. */
export const objectIn = (
  objects: KubernetesObject[],
  kind: string,
  name: string,
): KubernetesObject & JsonObject => {
  const found = objects.filter((object) => object.kind === kind && object.metadata.name === name);
  const [object] = found;
  if (!object || found.length > 1) {
    throw new Error(`${found.length} objects are called ${kind} ${name}`);
  }
  return { ...object };
};
