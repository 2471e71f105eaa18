import { describe, expect, it } from 'vitest';
import { textAt } from '../../embedded/cluster/json.ts';
import { eventually } from '../contract-cluster.ts';
import {
  blamedFields,
  configMap,
  failureOf,
  get,
  given,
  inferenceService,
  meta,
  paths,
  remove,
  secret,
  serviceAccount,
} from '../requests.ts';
import type { Contract } from './contract.ts';

const ownerOf = (apiVersion: string, kind: string, owner: Record<string, unknown>) => {
  const { name, uid } = meta({ code: 0, body: owner });
  return { ownerReferences: [{ apiVersion, kind, name, uid }] };
};

const tokenSecret = (name: string, account: string) =>
  secret(
    name,
    { type: 'kubernetes.io/service-account-token' },
    { annotations: { 'kubernetes.io/service-account.name': account } },
  );

export const deletion: Contract = (cluster) => {
  const makeConfigMap = (name: string, own = {}) =>
    given(cluster(), 'ada', paths.configMaps, configMap(name, {}, own));
  const isGone = (path: string) =>
    eventually(
      () => cluster().ask('ada', get(path)),
      ({ code }) => code === 404,
    );

  describe('deleting', () => {
    it('answers with what was deleted', async () => {
      const made = await makeConfigMap('removed');
      const answer = await cluster().ask('ada', remove(`${paths.configMaps}/removed`));
      expect(answer.code).toBe(200);
      expect(answer.body).toMatchObject({
        kind: 'Status',
        status: 'Success',
        details: { name: 'removed', kind: 'configmaps', uid: meta({ code: 0, body: made })['uid'] },
      });
      expect(failureOf(await cluster().ask('ada', remove(`${paths.configMaps}/removed`)))).toBe(
        '404 NotFound',
      );
    });

    it('answers with a service account itself', async () => {
      await given(cluster(), 'ada', paths.serviceAccounts, serviceAccount('leaver'));
      const answer = await cluster().ask('ada', remove(`${paths.serviceAccounts}/leaver`));
      expect(answer.body['kind']).toBe('ServiceAccount');
    });

    it('only tries in a dry run, asked for in the address or in the body', async () => {
      await makeConfigMap('spared');
      const path = `${paths.configMaps}/spared`;
      const answers = [
        await cluster().ask('ada', remove(`${path}?dryRun=All`)),
        await cluster().ask(
          'ada',
          remove(path, { kind: 'DeleteOptions', apiVersion: 'v1', dryRun: ['All'] }),
        ),
        await cluster().ask('ada', get(path)),
      ];
      expect(answers.map(({ code }) => code)).toEqual([200, 200, 200]);
    });

    it('deletes for real when the address asks for a dry run and a body does not', async () => {
      await makeConfigMap('not-spared');
      const path = `${paths.configMaps}/not-spared`;
      const options = { kind: 'DeleteOptions', apiVersion: 'v1' };
      const answer = await cluster().ask('ada', remove(`${path}?dryRun=All`, options));
      expect(answer.code).toBe(200);
      expect((await cluster().ask('ada', get(path))).code).toBe(404);
    });

    it('refuses in a dry run what it would refuse', async () => {
      const made = await given(cluster(), 'ada', paths.secrets, secret('rehearsed-removal'));
      const path = `${paths.secrets}/rehearsed-removal`;
      const { uid, resourceVersion } = meta({ code: 0, body: made });
      const tried = (preconditions: object) =>
        cluster().ask(
          'ada',
          remove(path, {
            kind: 'DeleteOptions',
            apiVersion: 'v1',
            dryRun: ['All'],
            preconditions,
          }),
        );
      const answers = [
        await tried({ uid, resourceVersion: '1' }),
        await tried({ uid, resourceVersion }),
        await cluster().ask('ada', get(path)),
      ];
      expect(answers.map(({ code }) => code)).toEqual([409, 200, 200]);
      expect(meta(answers[2] ?? { code: 0, body: {} })).toMatchObject({ uid, resourceVersion });
    });

    it('spares another object of the same name, and one that has changed', async () => {
      await makeConfigMap('precious');
      const withPreconditions = (preconditions: object) =>
        cluster().ask(
          'ada',
          remove(`${paths.configMaps}/precious`, {
            kind: 'DeleteOptions',
            apiVersion: 'v1',
            preconditions,
          }),
        );
      const answers = [
        await withPreconditions({ uid: '00000000-0000-0000-0000-000000000000' }),
        await withPreconditions({ resourceVersion: '1' }),
      ];
      expect(answers.map(failureOf)).toEqual(['409 Conflict', '409 Conflict']);
      expect((await cluster().ask('ada', get(`${paths.configMaps}/precious`))).code).toBe(200);
    });

    it('deletes the very object that a precondition names', async () => {
      const made = await makeConfigMap('named');
      const { uid } = meta({ code: 0, body: made });
      const options = { kind: 'DeleteOptions', apiVersion: 'v1', preconditions: { uid } };
      expect((await cluster().ask('ada', remove(`${paths.configMaps}/named`, options))).code).toBe(
        200,
      );
    });

    it('knows three ways to treat dependents', async () => {
      await makeConfigMap('treated');
      const options = { kind: 'DeleteOptions', apiVersion: 'v1', propagationPolicy: 'Gently' };
      const answer = await cluster().ask('ada', remove(`${paths.configMaps}/treated`, options));
      expect(blamedFields(answer)).toEqual(['propagationPolicy']);
    });

    it('deletes all that a selector chooses', async () => {
      await makeConfigMap('many-1', { labels: { sweep: 'yes' } });
      await makeConfigMap('many-2', { labels: { sweep: 'yes' } });
      await makeConfigMap('many-3', { labels: { sweep: 'no' } });
      await cluster().ask('ada', remove(`${paths.configMaps}?labelSelector=sweep%3Dyes`));
      const codes = await Promise.all(
        ['many-1', 'many-2', 'many-3'].map(
          async (name) => (await cluster().ask('ada', get(`${paths.configMaps}/${name}`))).code,
        ),
      );
      expect(codes).toEqual([404, 404, 200]);
    });
  });

  describe('what belongs to a deleted object', () => {
    it('goes with it', async (context) => {
      context.skip(!cluster().controllers, 'this control plane has no controllers');
      const owner = await given(
        cluster(),
        'ada',
        paths.inferenceServices,
        inferenceService('owner'),
      );
      const ownedBy = ownerOf('serving.kserve.io/v1beta1', 'InferenceService', owner);
      await makeConfigMap('owned', ownedBy);
      await cluster().ask('ada', remove(`${paths.inferenceServices}/owner`));
      expect((await isGone(`${paths.configMaps}/owned`)).code).toBe(404);
    });

    it('goes at once when its owner never was', async (context) => {
      context.skip(!cluster().controllers, 'this control plane has no controllers');
      const owner = { metadata: { name: 'never', uid: '11111111-1111-1111-1111-111111111111' } };
      await makeConfigMap('orphan-born', ownerOf('v1', 'ConfigMap', owner));
      expect((await isGone(`${paths.configMaps}/orphan-born`)).code).toBe(404);
    });

    it('stays, ownerless, when it is to be orphaned', async (context) => {
      context.skip(!cluster().controllers, 'this control plane has no controllers');
      const owner = await makeConfigMap('parent');
      await makeConfigMap('child', ownerOf('v1', 'ConfigMap', owner));
      await cluster().ask('ada', remove(`${paths.configMaps}/parent?propagationPolicy=Orphan`));
      await isGone(`${paths.configMaps}/parent`);
      const child = await cluster().ask('ada', get(`${paths.configMaps}/child`));
      expect(child.code).toBe(200);
      expect(meta(child)['ownerReferences']).toBeUndefined();
    });

    it('goes first when the deletion is in the foreground', async (context) => {
      context.skip(!cluster().controllers, 'this control plane has no controllers');
      const owner = await makeConfigMap('last');
      await makeConfigMap('first', ownerOf('v1', 'ConfigMap', owner));
      const options = { kind: 'DeleteOptions', apiVersion: 'v1', propagationPolicy: 'Foreground' };
      const answer = await cluster().ask('ada', remove(`${paths.configMaps}/last`, options));
      expect(meta(answer)['finalizers']).toEqual(['foregroundDeletion']);
      expect((await isGone(`${paths.configMaps}/first`)).code).toBe(404);
      expect((await isGone(`${paths.configMaps}/last`)).code).toBe(404);
    });
  });

  describe('service accounts’ tokens', () => {
    it('are put into the Secret that asks for one, and open the API', async (context) => {
      context.skip(!cluster().controllers, 'this control plane has no controllers');
      await given(cluster(), 'ada', paths.serviceAccounts, serviceAccount('caller'));
      await given(cluster(), 'ada', paths.secrets, tokenSecret('caller-token', 'caller'));
      const filled = await eventually(
        () => cluster().ask('ada', get(`${paths.secrets}/caller-token`)),
        ({ body }) => textAt(body['data'], 'token') !== undefined,
      );
      expect(Object.keys(filled.body['data'] ?? {}).toSorted()).toEqual([
        'ca.crt',
        'namespace',
        'token',
      ]);
      expect(meta(filled)['annotations']).toHaveProperty(['kubernetes.io/service-account.uid']);
      const token = atob(textAt(filled.body['data'], 'token') ?? '');
      const answer = await cluster().ask({ token }, get(paths.secrets));
      expect(answer.body['message']).toContain(
        'User "system:serviceaccount:nim-demo:caller" cannot list',
      );
    });

    it('go with their account', async (context) => {
      context.skip(!cluster().controllers, 'this control plane has no controllers');
      await given(cluster(), 'ada', paths.serviceAccounts, serviceAccount('short-lived'));
      await given(cluster(), 'ada', paths.secrets, tokenSecret('short-lived-token', 'short-lived'));
      await cluster().ask('ada', remove(`${paths.serviceAccounts}/short-lived`));
      expect((await isGone(`${paths.secrets}/short-lived-token`)).code).toBe(404);
    });

    it('are not kept for an account that does not exist', async (context) => {
      context.skip(!cluster().controllers, 'this control plane has no controllers');
      await given(cluster(), 'ada', paths.secrets, tokenSecret('nobodys-token', 'nobody'));
      expect((await isGone(`${paths.secrets}/nobodys-token`)).code).toBe(404);
    });
  });
};
