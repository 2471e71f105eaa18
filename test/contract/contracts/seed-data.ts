import { describe, expect, it } from 'vitest';
import { listAt, objectAt } from '../../embedded/cluster/json.ts';
import { get, namesIn, paths } from '../requests.ts';
import type { Contract } from './contract.ts';

export const seedData: Contract = (cluster) => {
  describe('what every signed-in user finds', () => {
    it('lists the projects', async () => {
      const answer = await cluster().ask('vic', get('/apis/project.openshift.io/v1/projects'));
      expect(namesIn(answer)).toEqual(['fraud-detection', 'nim-demo']);
    });

    it('lists the storage classes, one of them the default', async () => {
      const answer = await cluster().ask('ada', get('/apis/storage.k8s.io/v1/storageclasses'));
      const key = 'storageclass.kubernetes.io/is-default-class';
      const defaults = listAt(answer.body, 'items').map(
        (item) => objectAt(objectAt(item, 'metadata'), 'annotations')[key],
      );
      expect(namesIn(answer)).toEqual(['fast-nvme', 'standard-csi']);
      expect(defaults).toEqual(['false', 'true']);
    });

    it('lists the hardware profiles', async () => {
      const answer = await cluster().ask('ada', get(paths.hardwareProfiles));
      expect(namesIn(answer)).toEqual(['nvidia-gpu', 'retired-gpu', 'small-cpu']);
    });

    it('keeps the ServingRuntime in the Template whole', async () => {
      const answer = await cluster().ask('ada', get(`${paths.templates}/nim-http-template`));
      const [runtime] = listAt(answer.body, 'objects');
      expect(runtime).toMatchObject({
        kind: 'ServingRuntime',
        spec: { containers: [{ name: 'kserve-container' }] },
      });
    });

    it('holds an immutable catalog of models', async () => {
      const answer = await cluster().ask(
        'vic',
        get('/api/v1/namespaces/opendatahub/configmaps/nim-models-data'),
      );
      expect(answer.body['immutable']).toBe(true);
      expect(Object.keys(objectAt(answer.body, 'data')).length).toBeGreaterThan(100);
    });
  });
};
