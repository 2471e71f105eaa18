import { describe, expect, it } from 'vitest';
import {
  blamedFields,
  configMap,
  create,
  failureOf,
  given,
  merge,
  paths,
  replace,
} from '../requests.ts';
import type { Contract } from './contract.ts';

export const configMaps: Contract = (cluster) => {
  describe('ConfigMaps', () => {
    it('keep their data for good when immutable', async () => {
      const fixed = configMap('fixed', { immutable: true, data: { a: 'b' } });
      await given(cluster(), 'ada', paths.configMaps, fixed);
      const path = `${paths.configMaps}/fixed`;
      const changed = await cluster().ask('ada', merge(path, { data: { a: 'c' } }));
      const undone = await cluster().ask('ada', merge(path, { immutable: null }));
      const replaced = await cluster().ask('ada', replace(path, configMap('fixed', { data: {} })));
      expect([changed, undone, replaced].map(failureOf)).toEqual(
        Array.from({ length: 3 }, () => '422 Invalid'),
      );
      expect([changed, undone, replaced].map(blamedFields)).toEqual([
        ['data'],
        ['immutable'],
        ['data', 'immutable'],
      ]);
    });

    it.each([
      ['a key with a blank', { data: { 'a b': 'c' } }, ['data[a b]']],
      ['a key of two dots', { binaryData: { '..': '' } }, ['binaryData[..]']],
      ['a key in both maps', { data: { a: 'b' }, binaryData: { a: 'eA==' } }, ['data[a]']],
    ])('refuse %s', async (_what, own, fields) => {
      const answer = await cluster().ask('ada', create(paths.configMaps, configMap('bad', own)));
      expect(blamedFields(answer)).toEqual(fields);
    });

    it('hold texts only', async () => {
      const answer = await cluster().ask(
        'ada',
        create(paths.configMaps, configMap('num', { data: { a: 1 } })),
      );
      expect(failureOf(answer)).toBe('400 BadRequest');
    });

    it('hold no more than 1 MiB', async () => {
      const big = configMap('big', { data: { a: 'x'.repeat(1024 * 1024 + 1) } });
      expect(failureOf(await cluster().ask('ada', create(paths.configMaps, big)))).toBe(
        '422 Invalid',
      );
    });
  });
};
