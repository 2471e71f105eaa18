import { describe, expect, it } from 'vitest';
import {
  blamedFields,
  configMap,
  create,
  failureOf,
  get,
  given,
  inferenceService,
  meta,
  paths,
  secret,
  tryCreate,
} from '../requests.ts';
import type { Contract } from './contract.ts';

export const creation: Contract = (cluster) => {
  describe('creating', () => {
    it('answers with the object as it is kept', async () => {
      const answer = await cluster().ask(
        'ada',
        create(paths.configMaps, configMap('made', { data: { a: 'b' } })),
      );
      expect(answer.code).toBe(201);
      expect(answer.body).toMatchObject({ kind: 'ConfigMap', apiVersion: 'v1', data: { a: 'b' } });
      expect(meta(answer)).toMatchObject({
        name: 'made',
        namespace: 'nim-demo',
        uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
        resourceVersion: expect.stringMatching(/^\d+$/),
        creationTimestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      });
    });

    it('refuses a name that is taken', async () => {
      await given(cluster(), 'ada', paths.configMaps, configMap('taken'));
      const answer = await cluster().ask('ada', create(paths.configMaps, configMap('taken')));
      expect(answer.code).toBe(409);
      expect(answer.body).toMatchObject({
        reason: 'AlreadyExists',
        message: 'configmaps "taken" already exists',
        details: { name: 'taken', kind: 'configmaps' },
      });
    });

    it('generates a name from a prefix', async () => {
      const nameless = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { generateName: 'pick-' } };
      const answer = await cluster().ask('ada', create(paths.configMaps, nameless));
      expect(meta(answer)['name']).toMatch(/^pick-[b-z2-9]{5}$/);
    });

    it('tries without keeping anything when it is a dry run', async () => {
      const tried = await cluster().ask('ada', tryCreate(paths.secrets, secret('tried')));
      expect(tried.code).toBe(201);
      expect(meta(tried)['resourceVersion']).toBeUndefined();
      expect(failureOf(await cluster().ask('ada', get(`${paths.secrets}/tried`)))).toBe(
        '404 NotFound',
      );
    });

    it('finds in a dry run what a real one would find', async () => {
      await given(cluster(), 'ada', paths.secrets, secret('tried-taken'));
      const taken = await cluster().ask('ada', tryCreate(paths.secrets, secret('tried-taken')));
      const bad = await cluster().ask('ada', tryCreate(paths.secrets, secret('Bad_Name')));
      const denied = await cluster().ask('vic', tryCreate(paths.secrets, secret('denied')));
      expect([taken, bad, denied].map(failureOf)).toEqual([
        '409 AlreadyExists',
        '422 Invalid',
        '403 Forbidden',
      ]);
    });

    it('knows no other dry run than All', async () => {
      const answer = await cluster().ask(
        'ada',
        create(`${paths.secrets}?dryRun=Some`, secret('some')),
      );
      expect(failureOf(answer)).toBe('422 Invalid');
      expect(blamedFields(answer)).toEqual(['dryRun']);
    });

    it('does not find a namespace that is not there', async () => {
      const nowhere = paths.secrets.replace('nim-demo', 'nowhere');
      const answer = await cluster().ask('admin', create(nowhere, secret('lost')));
      expect(answer.code).toBe(404);
      expect(answer.body).toMatchObject({
        message: 'namespaces "nowhere" not found',
        details: { name: 'nowhere', kind: 'namespaces' },
      });
    });

    it('refuses an object that names another namespace than the address', async () => {
      const strayed = secret('strayed', {}, { namespace: 'fraud-detection' });
      expect(failureOf(await cluster().ask('ada', create(paths.secrets, strayed)))).toBe(
        '400 BadRequest',
      );
    });

    it.each([
      ['another kind', configMap('x')],
      ['another version', { ...secret('x'), apiVersion: 'v9' }],
      ['no JSON', 'hello'],
      ['nothing', ''],
      ['a label that is a number', secret('x', {}, { labels: { a: 1 } })],
    ])('refuses %s where a Secret belongs', async (_what, body) => {
      expect(failureOf(await cluster().ask('ada', create(paths.secrets, body)))).toBe(
        '400 BadRequest',
      );
    });

    it('refuses a format that it does not read', async () => {
      const answer = await cluster().ask('ada', {
        ...create(paths.secrets, '{}'),
        contentType: 'text/plain',
      });
      expect(failureOf(answer)).toBe('415 UnsupportedMediaType');
    });

    it.each([
      ['a name with capitals', secret('Bad_Name'), ['metadata.name']],
      ['a name that is too long', secret('a'.repeat(254)), ['metadata.name']],
      ['no name', { ...secret('x'), metadata: {} }, ['metadata.name']],
      ['a bad label', secret('x', {}, { labels: { 'a/b/c': 'bad value' } }), ['metadata.labels']],
      [
        'a label over 63 characters',
        secret('x', {}, { labels: { a: 'x'.repeat(64) } }),
        ['metadata.labels'],
      ],
      [
        'a bad annotation key',
        secret('x', {}, { annotations: { '-x': 'y' } }),
        ['metadata.annotations'],
      ],
      [
        'annotations over 256 KiB',
        secret('x', {}, { annotations: { a: 'x'.repeat(262144) } }),
        ['metadata.annotations'],
      ],
      [
        'an owner without uid',
        secret(
          'x',
          {},
          { ownerReferences: [{ apiVersion: 'v1', kind: 'Secret', name: 'y', uid: '' }] },
        ),
        ['metadata.ownerReferences.uid'],
      ],
    ])('refuses %s, and blames the field', async (_what, body, fields) => {
      const answer = await cluster().ask('ada', create(paths.secrets, body));
      expect(failureOf(answer)).toBe('422 Invalid');
      expect(blamedFields(answer)).toEqual(fields);
    });

    it('blames custom resources for the same names', async () => {
      const answer = await cluster().ask(
        'ada',
        create(paths.inferenceServices, inferenceService('Bad_Name')),
      );
      expect(answer.body).toMatchObject({
        reason: 'Invalid',
        details: { name: 'Bad_Name', group: 'serving.kserve.io', kind: 'InferenceService' },
      });
      expect(blamedFields(answer)).toEqual(['metadata.name']);
    });
  });
};
