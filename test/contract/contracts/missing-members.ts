import { describe, expect, it } from 'vitest';
import { failureOf, get, given, operate, paths, secret } from '../requests.ts';
import type { Contract } from './contract.ts';

const path = (name: string) => `${paths.secrets}/${name}`;
const held = { a: 'eA==' };

export const missingMembers: Contract = (cluster) => {
  const make = (name: string) =>
    given(cluster(), 'ada', paths.secrets, secret(name, { data: held }));

  describe('a JSON patch of a member that is missing', () => {
    it.each([
      ['move', { op: 'move', from: '/data/nothing', path: '/data/b' }],
      ['remove', { op: 'remove', path: '/data/nothing' }],
      ['test for a text', { op: 'test', path: '/data/nothing', value: 'eA==' }],
      ['copy from under it', { op: 'copy', from: '/nothing/a', path: '/data/b' }],
      ['replace under it', { op: 'replace', path: '/nothing/a', value: 'eA==' }],
      ['test for null under it', { op: 'test', path: '/nothing/a', value: null }],
    ])('is refused for "%s", with nothing changed', async (what, operation) => {
      const name = `refused-${what.replaceAll(' ', '-')}`;
      const before = await make(name);
      const first = { op: 'add', path: '/data/new', value: 'eA==' };
      const answer = await cluster().ask('ada', operate(path(name), [first, operation]));
      expect(failureOf(answer)).toBe('422 Invalid');
      expect((await cluster().ask('ada', get(path(name)))).body).toEqual(before);
    });

    // RFC 6902 would refuse these. Whoever relies on a refusal has to move, not to copy.
    it.each([
      ['copy', { op: 'copy', from: '/data/nothing', path: '/data/b' }, { ...held, b: '' }],
      [
        'replace',
        { op: 'replace', path: '/data/nothing', value: 'eQ==' },
        { ...held, nothing: 'eQ==' },
      ],
      ['test for null', { op: 'test', path: '/data/nothing', value: null }, held],
    ])('passes for "%s"', async (what, operation, data) => {
      const name = `passed-${what.replaceAll(' ', '-')}`;
      await make(name);
      const answer = await cluster().ask('ada', operate(path(name), [operation]));
      expect([answer.code, answer.body['data']]).toEqual([200, data]);
    });

    it('tells by a test for null that a member is there', async () => {
      await make('tested');
      const operation = { op: 'test', path: '/data/a', value: null };
      const answer = await cluster().ask('ada', operate(path('tested'), [operation]));
      expect(failureOf(answer)).toBe('422 Invalid');
    });
  });
};
