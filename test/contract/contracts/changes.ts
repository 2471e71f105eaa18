import { describe, expect, it } from 'vitest';
import {
  blamedFields,
  configMap,
  failureOf,
  get,
  given,
  inferenceService,
  merge,
  meta,
  operate,
  paths,
  replace,
} from '../requests.ts';
import type { Contract } from './contract.ts';

const path = (name: string) => `${paths.configMaps}/${name}`;

export const changes: Contract = (cluster) => {
  const make = (name: string, data = { a: 'b' }) =>
    given(cluster(), 'ada', paths.configMaps, configMap(name, { data }));

  describe('changing', () => {
    it('merges, and removes what is null', async () => {
      await make('merged', { a: 'b' });
      const answer = await cluster().ask(
        'ada',
        merge(path('merged'), { data: { a: null, c: 'd' } }),
      );
      expect(answer.body['data']).toEqual({ c: 'd' });
    });

    it('carries out JSON patch operations', async () => {
      await make('operated');
      const answer = await cluster().ask(
        'ada',
        operate(path('operated'), [
          { op: 'test', path: '/data/a', value: 'b' },
          { op: 'add', path: '/metadata/labels', value: { 'x.example.com/y': '1' } },
          { op: 'replace', path: '/metadata/labels/x.example.com~1y', value: '2' },
          { op: 'remove', path: '/data/a' },
        ]),
      );
      expect(meta(answer)['labels']).toEqual({ 'x.example.com/y': '2' });
      expect(answer.body).not.toHaveProperty('data');
    });

    it.each([
      ['a test fails', [{ op: 'test', path: '/data/a', value: 'z' }]],
      ['nothing is there to remove', [{ op: 'remove', path: '/data/nothing' }]],
      ['there is no parent to add to', [{ op: 'add', path: '/nothing/here', value: 1 }]],
    ])('does nothing at all when %s', async (what, operations) => {
      const name = `untouched-${what.length}`;
      await make(name);
      const first = { op: 'add', path: '/data/new', value: 'x' };
      const answer = await cluster().ask('ada', operate(path(name), [first, ...operations]));
      expect(failureOf(answer)).toBe('422 Invalid');
      expect((await cluster().ask('ada', get(path(name)))).body['data']).toEqual({ a: 'b' });
    });

    it('speaks no other patch of a custom resource', async () => {
      await given(cluster(), 'ada', paths.inferenceServices, inferenceService('patched'));
      const answer = await cluster().ask('ada', {
        ...merge(`${paths.inferenceServices}/patched`, {}),
        contentType: 'application/strategic-merge-patch+json',
      });
      expect(failureOf(answer)).toBe('415 UnsupportedMediaType');
    });

    it('blames the patch when what it makes cannot be read', async () => {
      await make('broken');
      const answer = await cluster().ask('ada', merge(path('broken'), { data: { a: 1 } }));
      expect(failureOf(answer)).toBe('422 Invalid');
      expect(blamedFields(answer)).toEqual(['patch']);
    });

    it('refuses a change of a version that is no longer current', async () => {
      const made = await make('stale');
      await cluster().ask('ada', merge(path('stale'), { data: { a: 'c' } }));
      const patched = await cluster().ask(
        'ada',
        merge(path('stale'), { metadata: { resourceVersion: '1' } }),
      );
      const replaced = await cluster().ask('ada', replace(path('stale'), made));
      expect([patched, replaced].map(failureOf)).toEqual(['409 Conflict', '409 Conflict']);
      expect(replaced.body).toMatchObject({
        message:
          'Operation cannot be fulfilled on configmaps "stale": the object has been modified; please apply your changes to the latest version and try again',
        details: { name: 'stale', kind: 'configmaps' },
      });
    });

    it('takes a change of the current version', async () => {
      const made = await make('current');
      const answer = await cluster().ask(
        'ada',
        replace(path('current'), { ...made, data: { a: 'c' } }),
      );
      expect(answer.code).toBe(200);
      expect(meta(answer)['uid']).toBe(meta({ code: 0, body: made })['uid']);
    });

    it('refuses a replacement of another object of the same name', async () => {
      await make('replaced');
      const other = configMap('replaced', {}, { uid: '00000000-0000-0000-0000-000000000000' });
      expect(failureOf(await cluster().ask('ada', replace(path('replaced'), other)))).toBe(
        '409 Conflict',
      );
    });

    it('keeps name and namespace', async () => {
      await make('placed');
      const renamed = await cluster().ask(
        'ada',
        merge(path('placed'), { metadata: { name: 'x' } }),
      );
      const moved = await cluster().ask(
        'ada',
        merge(path('placed'), { metadata: { namespace: 'x' } }),
      );
      const other = await cluster().ask('ada', replace(path('placed'), configMap('x')));
      expect([renamed, moved, other].map(failureOf)).toEqual(
        Array.from({ length: 3 }, () => '400 BadRequest'),
      );
    });

    it('keeps the version of an object to which nothing happens', async () => {
      const made = await make('idle');
      const answer = await cluster().ask('ada', merge(path('idle'), { data: { a: 'b' } }));
      expect(meta(answer)['resourceVersion']).toBe(
        meta({ code: 0, body: made })['resourceVersion'],
      );
    });

    it('only tries in a dry run', async () => {
      const made = await make('rehearsed');
      const answer = await cluster().ask(
        'ada',
        merge(`${path('rehearsed')}?dryRun=All`, { data: { a: 'c' } }),
      );
      const now = await cluster().ask('ada', get(path('rehearsed')));
      expect(answer.body['data']).toEqual({ a: 'c' });
      expect(now.body['data']).toEqual({ a: 'b' });
      expect(meta(now)['resourceVersion']).toBe(meta({ code: 0, body: made })['resourceVersion']);
    });

    it('does not find what is not there', async () => {
      const answers = [
        await cluster().ask('ada', merge(path('nothing'), {})),
        await cluster().ask('ada', replace(path('nothing'), configMap('nothing'))),
        await cluster().ask('ada', get(path('nothing'))),
      ];
      expect(answers.map(failureOf)).toEqual(Array.from({ length: 3 }, () => '404 NotFound'));
      expect(answers[2]?.body).toMatchObject({
        message: 'configmaps "nothing" not found',
        details: { name: 'nothing', kind: 'configmaps' },
      });
    });
  });
};
