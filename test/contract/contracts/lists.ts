import { describe, expect, it } from 'vitest';
import { type JsonObject, listAt, objectAt } from '../../embedded/cluster/json.ts';
import {
  configMap,
  create,
  failureOf,
  get,
  given,
  inferenceService,
  meta,
  namesIn,
  paths,
  secret,
} from '../requests.ts';
import type { Contract } from './contract.ts';

const query = (parameter: string, value: string) =>
  get(`${paths.configMaps}?${parameter}=${encodeURIComponent(value)}`);

export const lists: Contract = (cluster) => {
  describe('lists', () => {
    it('have a version, and items that leave out their kind unless they are custom', async () => {
      await given(cluster(), 'ada', paths.configMaps, configMap('listed'));
      await given(cluster(), 'ada', paths.inferenceServices, inferenceService('listed'));
      const own = await cluster().ask('ada', get(paths.configMaps));
      const custom = await cluster().ask('ada', get(paths.inferenceServices));
      expect(own.body).toMatchObject({ kind: 'ConfigMapList', apiVersion: 'v1' });
      expect(meta(own)['resourceVersion']).toMatch(/^\d+$/);
      expect(custom.body['kind']).toBe('InferenceServiceList');
      expect(listAt(own.body, 'items')[0]).not.toHaveProperty('kind');
      expect(listAt(custom.body, 'items')[0]).toHaveProperty('kind', 'InferenceService');
    });

    it('are empty for a namespace that does not exist', async () => {
      const answer = await cluster().ask('admin', get('/api/v1/namespaces/nowhere/configmaps'));
      expect([answer.code, namesIn(answer)]).toEqual([200, []]);
    });

    it.each([
      ['tier=gold', ['chosen-1']],
      ['tier==gold', ['chosen-1']],
      ['chosen,tier!=gold', ['chosen-2', 'chosen-3']],
      ['tier in (gold,silver)', ['chosen-1', 'chosen-2']],
      ['chosen,tier notin (gold)', ['chosen-2', 'chosen-3']],
      ['chosen,!tier', ['chosen-3']],
      ['chosen=yes,tier', ['chosen-1', 'chosen-2']],
    ])('choose by labels: %s', async (selector, names) => {
      const labelled = [
        { chosen: 'yes', tier: 'gold' },
        { chosen: 'yes', tier: 'silver' },
        { chosen: 'yes' },
      ];
      for (const [at, labels] of labelled.entries()) {
        const body = configMap(`chosen-${at + 1}`, {}, { labels });
        await cluster().ask('ada', { method: 'POST', path: paths.configMaps, body });
      }
      expect(namesIn(await cluster().ask('ada', query('labelSelector', selector)))).toEqual(names);
    });

    it('choose by name', async () => {
      await given(cluster(), 'ada', paths.configMaps, configMap('field-chosen'));
      const answer = await cluster().ask(
        'ada',
        query('fieldSelector', 'metadata.name=field-chosen'),
      );
      expect(namesIn(answer)).toEqual(['field-chosen']);
    });

    it.each([
      ['type=kubernetes.io/dockerconfigjson', ['typed-login']],
      [
        'type!=kubernetes.io/dockerconfigjson,type!=kubernetes.io/dockercfg',
        ['typed-basic', 'typed-opaque'],
      ],
      ['metadata.name=typed-login,type!=kubernetes.io/dockerconfigjson', []],
      ['type==Opaque', ['typed-opaque']],
    ])('choose Secrets by their type: %s', async (selector, names) => {
      const made: [string, JsonObject][] = [
        ['typed-basic', { type: 'kubernetes.io/basic-auth', data: { username: 'YQ==' } }],
        [
          'typed-login',
          { type: 'kubernetes.io/dockerconfigjson', data: { '.dockerconfigjson': 'e30=' } },
        ],
        ['typed-older', { type: 'kubernetes.io/dockercfg', data: { '.dockercfg': 'e30=' } }],
        ['typed-opaque', { data: { '.dockerconfigjson': 'e30=' } }],
      ];
      for (const [name, own] of made) {
        const body = secret(name, own, { labels: { typed: 'yes' } });
        await cluster().ask('ada', create(paths.secrets, body));
      }
      const fields = encodeURIComponent(selector);
      const path = `${paths.secrets}?labelSelector=typed&fieldSelector=${fields}`;
      expect(namesIn(await cluster().ask('ada', get(path)))).toEqual(names);
    });

    it.each([
      ['labelSelector', 'a===b'],
      ['labelSelector', 'a in b'],
      ['labelSelector', 'a=-x-'],
      ['fieldSelector', 'spec.colour=red'],
      ['fieldSelector', 'nonsense'],
    ])('refuse the %s %s', async (parameter, value) => {
      expect(failureOf(await cluster().ask('ada', query(parameter, value)))).toBe('400 BadRequest');
    });

    it('span namespaces for who may see them all', async () => {
      const everywhere = '/api/v1/configmaps';
      expect((await cluster().ask('ada', get(everywhere))).code).toBe(403);
      const answer = await cluster().ask('admin', get(everywhere));
      const namespaces = listAt(answer.body, 'items').map(
        (item) => objectAt(item, 'metadata')['namespace'],
      );
      expect(new Set(namespaces)).toEqual(new Set(['nim-demo', 'opendatahub']));
    });
  });
};
