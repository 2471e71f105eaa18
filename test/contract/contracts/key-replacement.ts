import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../embedded/cluster/json.ts';
import type { Asked } from '../contract-cluster.ts';
import {
  accessReview,
  blamedFields,
  create,
  failureOf,
  get,
  given,
  meta,
  operate,
  paths,
  secret,
} from '../requests.ts';
import type { Contract } from './contract.ts';

// What the plugin does with a project's key: while both Secrets are replaced, each keeps its previous key beside the
// new one, so that a browser can undo it without ever having read a key.

type Operation = Record<string, unknown>;

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const pullConfig = (password: string): string =>
  base64(JSON.stringify({ auths: { 'registry.example.com': { password } } }));

/** As the dashboard's SDK sends it. */
const patch = (name: string, operations: Operation[], query = ''): Asked => ({
  ...operate(`${paths.secrets}/${name}${query}`, operations),
  contentType: 'application/json-patch+json;charset=UTF-8',
});
const metadataOnly =
  'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json';

const isStill = (version: unknown): Operation => ({
  op: 'replace',
  path: '/metadata/resourceVersion',
  value: version,
});
const annotated = (value: object): Operation => ({
  op: 'add',
  path: '/metadata/annotations',
  value,
});

const keySecret = (name: string) =>
  secret(
    name,
    { data: { NGC_API_KEY: base64('old ü"\\'), api_key: base64('old ü"\\') } },
    { labels: { kept: 'yes' }, annotations: { by: 'pat' } },
  );
const newKey = (version: unknown, from = '/data/NGC_API_KEY'): Operation[] => [
  isStill(version),
  { op: 'move', from, path: '/data/previous.NGC_API_KEY' },
  { op: 'add', path: '/data/NGC_API_KEY', value: base64('new') },
  { op: 'add', path: '/data/api_key', value: base64('new') },
  annotated({ by: 'ada' }),
];
const oldKey = (version: unknown): Operation[] => [
  isStill(version),
  { op: 'move', from: '/data/previous.NGC_API_KEY', path: '/data/NGC_API_KEY' },
  { op: 'copy', from: '/data/NGC_API_KEY', path: '/data/api_key' },
  annotated({ by: 'pat' }),
];
const replacedData = {
  NGC_API_KEY: base64('new'),
  api_key: base64('new'),
  'previous.NGC_API_KEY': base64('old ü"\\'),
};

const pullSecret = (name: string) =>
  secret(name, {
    type: 'kubernetes.io/dockerconfigjson',
    data: { '.dockerconfigjson': pullConfig('old') },
  });
const newPull = (version: unknown, value = pullConfig('new')): Operation[] => [
  isStill(version),
  { op: 'move', from: '/data/.dockerconfigjson', path: '/data/previous.dockerconfigjson' },
  { op: 'add', path: '/data/.dockerconfigjson', value },
  annotated({ by: 'ada' }),
];
const oldPull = (version: unknown): Operation[] => [
  isStill(version),
  { op: 'move', from: '/data/previous.dockerconfigjson', path: '/data/.dockerconfigjson' },
  { op: 'remove', path: '/metadata/annotations' },
];

/** Everything of a Secret but what every write changes. */
const lasting = (body: JsonObject): JsonObject => {
  const { resourceVersion: _version, managedFields: _fields, ...kept } = meta({ code: 0, body });
  return { ...body, metadata: kept };
};

const versionOf = (body: JsonObject): unknown => meta({ code: 0, body })['resourceVersion'];

export const keyReplacement: Contract = (cluster) => {
  const make = (object: { metadata: { name: string } }) =>
    given(cluster(), 'ada', paths.secrets, object);
  const now = async (name: string) =>
    (await cluster().ask('ada', get(`${paths.secrets}/${name}`))).body;
  const ask = (asked: Asked, user = 'ada') => cluster().ask(user, asked);

  describe("replacing a project's key by JSON patches", () => {
    it('keeps the previous key beside the new one', async () => {
      const before = await make(keySecret('key-kept'));
      const answer = await ask(patch('key-kept', newKey(versionOf(before))));
      expect(answer.code).toBe(200);
      expect(await now('key-kept')).toMatchObject({
        data: replacedData,
        metadata: { labels: { kept: 'yes' }, annotations: { by: 'ada' } },
      });
    });

    it('is undone without knowing the previous key, to the byte', async () => {
      const before = await make(keySecret('key-undone'));
      const replaced = await ask(patch('key-undone', newKey(versionOf(before))));
      const undone = await ask(patch('key-undone', oldKey(versionOf(replaced.body))));
      expect(undone.code).toBe(200);
      expect(lasting(await now('key-undone'))).toEqual(lasting(before));
    });

    it('is completed by letting go of the previous key', async () => {
      const before = await make(keySecret('key-tidied'));
      const replaced = await ask(patch('key-tidied', newKey(versionOf(before))));
      const letGo = { op: 'remove', path: '/data/previous.NGC_API_KEY' };
      const tidied = await ask(patch('key-tidied', [isStill(versionOf(replaced.body)), letGo]));
      expect(tidied.code).toBe(200);
      const { NGC_API_KEY, api_key } = replacedData;
      expect((await now('key-tidied'))['data']).toEqual({ NGC_API_KEY, api_key });
    });

    it('works for a pull secret and its undoing, too', async () => {
      const before = await make(pullSecret('pull-undone'));
      const replaced = await ask(patch('pull-undone', newPull(versionOf(before))));
      expect((await now('pull-undone'))['data']).toEqual({
        '.dockerconfigjson': pullConfig('new'),
        'previous.dockerconfigjson': pullConfig('old'),
      });
      const undone = await ask(patch('pull-undone', oldPull(versionOf(replaced.body))));
      expect(undone.code).toBe(200);
      expect(lasting(await now('pull-undone'))).toEqual(lasting(before));
    });

    it('never makes an invalid pull secret, nor says what was in it', async () => {
      const before = await make(pullSecret('pull-invalid'));
      const answers = [
        await ask(patch('pull-invalid', newPull(versionOf(before), base64('{"my-secret')))),
        await ask(patch('pull-invalid', newPull(versionOf(before), base64('true my-secret')))),
        await ask(patch('pull-invalid', newPull(versionOf(before)).slice(0, 2))),
      ];
      expect(answers.map(failureOf)).toEqual(Array.from(answers, () => '422 Invalid'));
      expect(answers.flatMap(blamedFields)).toEqual(
        Array.from(answers, () => 'data[.dockerconfigjson]'),
      );
      expect(JSON.stringify(answers)).not.toContain('my-secret');
      expect(await now('pull-invalid')).toEqual(before);
    });

    it('is a conflict, not an invalid request, when somebody changed the Secret meanwhile', async () => {
      const before = await make(keySecret('key-stale'));
      await ask(patch('key-stale', [annotated({ by: 'somebody' })]));
      const changed = await now('key-stale');
      const stale = newKey(versionOf(before));
      const answers = [
        await ask(patch('key-stale', stale)),
        await ask(patch('key-stale', stale, '?dryRun=All')),
        await ask({ ...patch('key-stale', stale), accept: metadataOnly }),
      ];
      expect(answers.map(failureOf)).toEqual(Array.from(answers, () => '409 Conflict'));
      expect(await now('key-stale')).toEqual(changed);
    });

    it('is refused as a whole when there is no key to keep', async () => {
      const before = await make(keySecret('key-missing'));
      const nothing = newKey(versionOf(before), '/data/nothing');
      const answers = [
        await ask(patch('key-missing', nothing)),
        await ask(patch('key-missing', nothing, '?dryRun=All')),
        await ask(patch('key-missing', oldKey(versionOf(before)))),
      ];
      expect(answers.map(failureOf)).toEqual(Array.from(answers, () => '422 Invalid'));
      expect(await now('key-missing')).toEqual(before);
    });

    it('only tries in a dry run', async () => {
      const before = await make(keySecret('key-tried'));
      const tried = await ask(patch('key-tried', newKey(versionOf(before)), '?dryRun=All'));
      expect(tried.body).toMatchObject({
        data: replacedData,
        metadata: { resourceVersion: versionOf(before) },
      });
      expect(await now('key-tried')).toEqual(before);
    });

    it('is answered without any data when only the metadata is asked for', async () => {
      const before = await make(keySecret('key-unseen'));
      const operations = newKey(versionOf(before));
      for (const query of ['?dryRun=All', '']) {
        const answer = await ask({
          ...patch('key-unseen', operations, query),
          accept: metadataOnly,
        });
        expect([answer.code, answer.body['kind']]).toEqual([200, 'PartialObjectMetadata']);
        expect(Object.keys(answer.body).toSorted()).toEqual(['apiVersion', 'kind', 'metadata']);
        expect(meta(answer)).toMatchObject({ name: 'key-unseen', annotations: { by: 'ada' } });
      }
    });

    it('is an editor’s to do, not a viewer’s, as a review says beforehand', async () => {
      const before = await make(keySecret('key-viewed'));
      const denied = await ask(patch('key-viewed', newKey(versionOf(before))), 'vic');
      expect(failureOf(denied)).toBe('403 Forbidden');
      expect(await now('key-viewed')).toEqual(before);
      const mayBe = async (user: string, verb: string) => {
        const review = { verb, resource: 'secrets', namespace: 'nim-demo', name: 'key-viewed' };
        return (await ask(accessReview(review), user)).body['status'];
      };
      for (const verb of ['patch', 'delete']) {
        expect(await mayBe('ada', verb)).toMatchObject({ allowed: true });
        expect(await mayBe('vic', verb)).toEqual({ allowed: false });
      }
    });

    it('does nothing to a Secret that is gone', async () => {
      const answer = await ask(patch('key-gone', newKey('1')));
      expect(failureOf(answer)).toBe('404 NotFound');
      expect((await ask(create(paths.secrets, keySecret('key-gone')))).code).toBe(201);
    });
  });
};
