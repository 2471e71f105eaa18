import { describe, expect, it } from 'vitest';
import {
  blamedFields,
  create,
  failureOf,
  get,
  given,
  merge,
  paths,
  replace,
  secret,
} from '../requests.ts';
import type { Contract } from './contract.ts';

const pullSecret = (name: string, json: string) =>
  secret(name, {
    type: 'kubernetes.io/dockerconfigjson',
    stringData: { '.dockerconfigjson': json },
  });

export const secrets: Contract = (cluster) => {
  describe('Secrets', () => {
    it('folds stringData into data, where it wins', async () => {
      const body = secret('folded', {
        stringData: { a: 'ü', c: '' },
        data: { a: 'eA==', b: 'eA==' },
      });
      const answer = await cluster().ask('ada', create(paths.secrets, body));
      expect(answer.body['data']).toEqual({ a: 'w7w=', b: 'eA==', c: '' });
      expect(answer.body).not.toHaveProperty('stringData');
    });

    it('calls a Secret without a type Opaque', async () => {
      const made = await given(cluster(), 'ada', paths.secrets, secret('opaque'));
      expect(made['type']).toBe('Opaque');
      expect(made).not.toHaveProperty('data');
    });

    it.each([
      ['no base64', { data: { a: 'not base64!' } }],
      ['a number', { data: { a: 3 } }],
      ['a text for a map', { data: 'x' }],
    ])('does not read data that is %s', async (_what, own) => {
      const answer = await cluster().ask('ada', create(paths.secrets, secret('unread', own)));
      expect(failureOf(answer)).toBe('400 BadRequest');
      expect(answer.body['message']).toMatch(
        /^Secret in version "v1" cannot be handled as a Secret: /,
      );
    });

    it('drops fields that a Secret does not have', async () => {
      const made = await given(
        cluster(),
        'ada',
        paths.secrets,
        secret('dropped', { colour: 'red' }),
      );
      expect(made).not.toHaveProperty('colour');
    });

    it('wants a pull secret to hold JSON, and never repeats what it holds', async () => {
      const missing = secret('pull', { type: 'kubernetes.io/dockerconfigjson' });
      const bad = pullSecret('pull', 'my-secret-text');
      const answers = [
        await cluster().ask('ada', create(paths.secrets, missing)),
        await cluster().ask('ada', create(paths.secrets, bad)),
        await cluster().ask('ada', create(paths.secrets, pullSecret('pull', ''))),
        await cluster().ask('ada', create(paths.secrets, pullSecret('pull', '{"auths":'))),
      ];
      expect(answers.map(failureOf)).toEqual(Array.from(answers, () => '422 Invalid'));
      expect(answers.flatMap(blamedFields)).toEqual(
        Array.from(answers, () => 'data[.dockerconfigjson]'),
      );
      expect(JSON.stringify(answers)).not.toContain('my-secret');
      expect(
        (await cluster().ask('ada', create(paths.secrets, pullSecret('pull', '{"auths":{}}'))))
          .code,
      ).toBe(201);
    });

    it('wants a token Secret to name its account', async () => {
      const token = secret('token', { type: 'kubernetes.io/service-account-token' });
      const answer = await cluster().ask('ada', create(paths.secrets, token));
      expect(blamedFields(answer)).toEqual([
        'metadata.annotations[kubernetes.io/service-account.name]',
      ]);
    });

    it('wants certificate and key in a TLS Secret', async () => {
      const answer = await cluster().ask(
        'ada',
        create(paths.secrets, secret('tls', { type: 'kubernetes.io/tls' })),
      );
      expect(blamedFields(answer)).toEqual(['data[tls.crt]', 'data[tls.key]']);
    });

    it('refuses a key with a blank, and more than 1 MiB', async () => {
      const blank = await cluster().ask(
        'ada',
        create(paths.secrets, secret('k', { data: { 'a b': '' } })),
      );
      const big = { stringData: { a: 'x'.repeat(1024 * 1024 + 1) } };
      const large = await cluster().ask('ada', create(paths.secrets, secret('k', big)));
      expect(blamedFields(blank)).toEqual(['data[a b]']);
      expect(blamedFields(large)).toEqual(['data']);
    });

    it('never changes its type', async () => {
      await given(cluster(), 'ada', paths.secrets, secret('typed'));
      const answer = await cluster().ask('ada', merge(`${paths.secrets}/typed`, { type: 'a/b' }));
      expect(failureOf(answer)).toBe('422 Invalid');
      expect(blamedFields(answer)).toEqual(['type']);
    });

    it('changes neither data nor mind once it is immutable, but labels', async () => {
      await given(
        cluster(),
        'ada',
        paths.secrets,
        secret('fixed', { immutable: true, data: { a: 'eA==' } }),
      );
      const path = `${paths.secrets}/fixed`;
      const data = await cluster().ask('ada', merge(path, { data: { a: 'eQ==' } }));
      const mind = await cluster().ask('ada', merge(path, { immutable: false }));
      const labels = await cluster().ask('ada', merge(path, { metadata: { labels: { a: 'b' } } }));
      expect([blamedFields(data), blamedFields(mind), labels.code]).toEqual([
        ['data'],
        ['immutable'],
        200,
      ]);
    });

    it('can be replaced without a resourceVersion', async () => {
      await given(cluster(), 'ada', paths.secrets, secret('replaced', { data: { a: 'eA==' } }));
      const path = `${paths.secrets}/replaced`;
      const answer = await cluster().ask(
        'ada',
        replace(path, secret('replaced', { data: { b: 'eA==' } })),
      );
      expect(answer.code).toBe(200);
      expect((await cluster().ask('ada', get(path))).body['data']).toEqual({ b: 'eA==' });
    });
  });
};
