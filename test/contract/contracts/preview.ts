import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { findProjectKey, pairToReplace } from '../../../src/apiKey/project-key.ts';
import type { ResourceBundle } from '../../../src/bundle/resource-bundle.ts';
import type { KubernetesObject, ObjectMeta } from '../../../src/cluster/kubernetes.ts';
import { collectionPath, objectPath } from '../../../src/cluster/resource-path.ts';
import { fullBundle } from '../../../src/submit/bundle.factory.ts';
import {
  KEY_PLACEHOLDER,
  type PreviewedObject,
  previewObjects,
} from '../../../src/submit/preview/preview-objects.ts';
import { previewYaml } from '../../../src/wizard/review/preview-yaml.ts';
import type { ContractAnswer, ContractCluster } from '../contract-cluster.ts';
import { create, get, merge, paths } from '../requests.ts';
import type { Contract } from './contract.ts';

/** Every document of the YAML that the review page shows, in its order. */
const documentsOf = (objects: readonly PreviewedObject[]): KubernetesObject[] =>
  parseAllDocuments(previewYaml(objects), { version: '1.1' })
    .map((document) => document.toJS() as KubernetesObject | null)
    .filter((document) => document !== null);

const titleOf = ({ kind, metadata }: KubernetesObject): string => `${kind}/${metadata.name}`;

/** As `kubectl apply` does it where nothing was applied before: patches what is there, or creates it. */
const apply = async (
  cluster: ContractCluster,
  object: KubernetesObject,
): Promise<ContractAnswer> => {
  const there = await cluster.ask('pat', get(objectPath(object)));
  return there.code === 404
    ? cluster.ask('pat', create(collectionPath({ ...object, ...object.metadata }), object))
    : cluster.ask('pat', merge(objectPath(object), object));
};

/** The bundle that replaces the key which the project has now. */
const replacing = async (cluster: ContractCluster): Promise<ResourceBundle> => {
  const { body } = await cluster.ask('pat', get(paths.secrets));
  const secrets = (body['items'] as { metadata: ObjectMeta }[]).map(({ metadata }) => metadata);
  return fullBundle(pairToReplace(findProjectKey(secrets)));
};

export const preview: Contract = (cluster) => {
  describe('The YAML of what will be created', () => {
    it('is taken by the cluster as it stands, one object after the other', async () => {
      const objects = documentsOf(previewObjects(fullBundle()));
      const codes: [string, number][] = [];
      for (const object of objects) {
        const { code } = await apply(cluster(), object);
        codes.push([titleOf(object), code]);
      }
      expect(codes).toEqual(objects.map((object) => [titleOf(object), 201]));
      expect(codes).toHaveLength(10);
    });
  });

  describe('The YAML of what will be replaced', () => {
    it('is taken by the cluster over what is there, and the new key is in it', async () => {
      const secret = `${paths.secrets}/nim-api-key`;
      await cluster().ask('pat', merge(secret, { data: { NGC_API_KEY: btoa('nvapi-before') } }));
      const previewed = previewObjects(await replacing(cluster()));
      expect(
        previewed
          .filter(({ change }) => change === 'replaced')
          .map(({ object }) => titleOf(object)),
      ).toEqual(['Secret/nim-api-key', 'Secret/nim-image-pull']);
      const objects = documentsOf(previewed);
      const codes: [string, number][] = [];
      for (const object of objects) {
        const { code } = await apply(cluster(), object);
        codes.push([titleOf(object), code]);
      }
      expect(codes).toEqual(objects.map((object) => [titleOf(object), 200]));
      const { body } = await cluster().ask('admin', get(secret));
      expect(body['data']).toMatchObject({ NGC_API_KEY: btoa(KEY_PLACEHOLDER) });
    });
  });
};
