import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { KubernetesObject } from '../../../src/cluster/kubernetes.ts';
import { collectionPath } from '../../../src/cluster/resource-path.ts';
import { fullBundle } from '../../../src/submit/bundle.factory.ts';
import { previewObjects } from '../../../src/submit/preview/preview-objects.ts';
import { previewYaml } from '../../../src/wizard/preview-yaml.ts';
import { create } from '../requests.ts';
import type { Contract } from './contract.ts';

/** Every document of the YAML that the review page shows, in its order. */
const documents = (): KubernetesObject[] =>
  parseAllDocuments(previewYaml(previewObjects(fullBundle())), { version: '1.1' })
    .map((document) => document.toJS() as KubernetesObject | null)
    .filter((document) => document !== null);

export const preview: Contract = (cluster) => {
  describe('The YAML of what will be created', () => {
    it('is taken by the cluster as it stands, one object after the other', async () => {
      const objects = documents();
      const codes: [string, number][] = [];
      for (const object of objects) {
        const path = collectionPath({ ...object, ...object.metadata });
        const { code } = await cluster().ask('pat', create(path, object));
        codes.push([`${object.kind}/${object.metadata.name}`, code]);
      }
      expect(codes).toEqual(objects.map(({ kind, metadata }) => [`${kind}/${metadata.name}`, 201]));
      expect(codes).toHaveLength(10);
    });
  });
};
