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
  role,
  roleBinding,
} from '../requests.ts';
import type { Contract } from './contract.ts';

const apiGroup = 'rbac.authorization.k8s.io';
const readOne = {
  apiGroups: ['serving.kserve.io'],
  resources: ['inferenceservices'],
  resourceNames: ['llama'],
  verbs: ['get'],
};
const toRole = (name: string) => ({ apiGroup, kind: 'Role', name });

export const roles: Contract = (cluster) => {
  describe('Roles and RoleBindings', () => {
    it('are an administrator’s to make, not an editor’s', async () => {
      const body = role('view-one', { rules: [readOne] });
      expect(failureOf(await cluster().ask('ada', create(paths.roles, body)))).toBe(
        '403 Forbidden',
      );
      expect((await cluster().ask('pat', create(paths.roles, body))).code).toBe(201);
    });

    it('grant what they say, from then on', async () => {
      const rules = [
        { apiGroups: [''], resources: ['secrets'], resourceNames: ['shared'], verbs: ['get'] },
      ];
      await given(cluster(), 'pat', paths.roles, role('reads-shared', { rules }));
      const path = `${paths.secrets}/shared`;
      expect((await cluster().ask('vic', get(path))).code).toBe(403);
      const subjects = [{ kind: 'User', name: 'vic', apiGroup }];
      const bound = roleBinding('vic-reads-shared', { roleRef: toRole('reads-shared'), subjects });
      await given(cluster(), 'pat', paths.roleBindings, bound);
      // The authorizer of a real API server hears of it a moment later.
      const isAllowed = async () => (await cluster().ask('vic', get(path))).code === 404;
      await expect.poll(isAllowed, { timeout: 10_000 }).toBe(true);
      expect((await cluster().ask('vic', get(`${paths.secrets}/other`))).code).toBe(403);
    });

    it('never grant more than their author holds', async () => {
      const rules = [{ apiGroups: [''], resources: ['nodes', 'secrets'], verbs: ['get', 'list'] }];
      const wide = await cluster().ask('pat', create(paths.roles, role('wide', { rules })));
      const binding = roleBinding('wide', {
        roleRef: { apiGroup, kind: 'ClusterRole', name: 'cluster-admin' },
        subjects: [{ kind: 'User', name: 'pat', apiGroup }],
      });
      const bound = await cluster().ask('pat', create(paths.roleBindings, binding));
      expect([wide, bound].map(failureOf)).toEqual(['403 Forbidden', '403 Forbidden']);
      expect(wide.body['message']).toContain(
        'is attempting to grant RBAC permissions not currently held',
      );
    });

    it('bind only to a role that their author finds', async () => {
      const body = roleBinding('loose', { roleRef: toRole('missing'), subjects: [] });
      expect(failureOf(await cluster().ask('pat', create(paths.roleBindings, body)))).toBe(
        '404 NotFound',
      );
    });

    it('fill in the API groups that they leave out', async () => {
      await given(cluster(), 'pat', paths.roles, role('short', { rules: [readOne] }));
      const made = await given(
        cluster(),
        'pat',
        paths.roleBindings,
        roleBinding('short', {
          roleRef: { kind: 'Role', name: 'short' },
          subjects: [
            { kind: 'ServiceAccount', name: 'a' },
            { kind: 'User', name: 'b' },
          ],
        }),
      );
      expect(made).toMatchObject({
        roleRef: { apiGroup },
        subjects: [
          { kind: 'ServiceAccount', name: 'a' },
          { kind: 'User', name: 'b', apiGroup },
        ],
      });
    });

    it('never bind to another role later', async () => {
      await given(cluster(), 'pat', paths.roles, role('first', { rules: [readOne] }));
      await given(
        cluster(),
        'pat',
        paths.roleBindings,
        roleBinding('firm', { roleRef: toRole('first') }),
      );
      const answer = await cluster().ask(
        'admin',
        merge(`${paths.roleBindings}/firm`, { roleRef: { name: 'x' } }),
      );
      expect(blamedFields(answer)).toEqual(['roleRef']);
    });

    it.each([
      [
        'no verbs',
        { rules: [{ apiGroups: [''], resources: ['secrets'], verbs: [] }] },
        ['rules.verbs'],
      ],
      ['no resources', { rules: [{ apiGroups: [''], verbs: ['get'] }] }, ['rules.resources']],
      [
        'paths in a namespace',
        { rules: [{ nonResourceURLs: ['/x'], verbs: ['get'] }] },
        ['rules.nonResourceURLs'],
      ],
    ])('refuse a rule with %s', async (_what, own, fields) => {
      const answer = await cluster().ask('admin', create(paths.roles, role('bad', own)));
      expect(failureOf(answer)).toBe('422 Invalid');
      expect(blamedFields(answer)).toEqual(fields);
    });

    it('can be created by a PUT', async () => {
      const body = role('put', { rules: [readOne] });
      expect((await cluster().ask('pat', replace(`${paths.roles}/put`, body))).code).toBe(201);
    });
  });
};
