import { describe, expect, it } from 'vitest';
import { failureOf, given, inferenceService, meta, operate, paths } from '../requests.ts';
import type { Contract } from './contract.ts';

const path = (name: string) => `${paths.inferenceServices}/${name}`;
const AT = '/spec/predictor/annotations';
const stamp = 'nim.example.com/restarted-at';
const stampAt = `${AT}/nim.example.com~1restarted-at`;
const add = (pointer: string, value: unknown) => ({ op: 'add', path: pointer, value });

export const restart: Contract = (cluster) => {
  const make = (name: string, predictor = {}) =>
    given(cluster(), 'ada', paths.inferenceServices, inferenceService(name, predictor));
  const patch = (name: string, operations: object[], user = 'ada') =>
    cluster().ask(user, {
      ...operate(path(name), operations),
      contentType: 'application/json-patch+json;charset=UTF-8',
    });

  describe('an annotation on the pods of a deployment', () => {
    it('is kept, and counts as a change of the deployment', async () => {
      await make('stamped', { minReplicas: 1 });
      const answer = await patch('stamped', [add(AT, { [stamp]: 'first' })]);
      expect(answer.code).toBe(200);
      expect(meta(answer)['generation']).toBe(2);
      expect(answer.body['spec']).toEqual({
        predictor: {
          model: { modelFormat: { name: 'llama' } },
          minReplicas: 1,
          annotations: { [stamp]: 'first' },
        },
      });
    });

    it('takes its place beside others', async () => {
      await make('beside', { annotations: { other: 'x' } });
      const answer = await patch('beside', [add(stampAt, 'second')]);
      expect(answer.body['spec']).toMatchObject({
        predictor: { annotations: { other: 'x', [stamp]: 'second' } },
      });
    });

    it('is no change when it says what it said before', async () => {
      await make('same', { annotations: { [stamp]: 'x' } });
      const first = await patch('same', [add(stampAt, 'y')]);
      const second = await patch('same', [add(stampAt, 'y')]);
      expect(meta(second)).toMatchObject({
        generation: 2,
        resourceVersion: meta(first)['resourceVersion'],
      });
    });

    it('needs the annotations to be there before one is added', async () => {
      await make('without');
      expect(failureOf(await patch('without', [add(stampAt, 'x')]))).toBe('422 Invalid');
    });

    it('is an editor’s to set, on the version that was seen', async () => {
      await make('guarded');
      const stale = { op: 'replace', path: '/metadata/resourceVersion', value: '1' };
      const answers = [
        await patch('guarded', [add(AT, { [stamp]: 'x' })], 'vic'),
        await patch('guarded', [stale, add(AT, { [stamp]: 'x' })]),
      ];
      expect(answers.map(failureOf)).toEqual(['403 Forbidden', '409 Conflict']);
    });
  });
};
