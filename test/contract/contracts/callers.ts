import { describe, expect, it } from 'vitest';
import { accessReview, create, failureOf, get, paths, secret } from '../requests.ts';
import type { Contract } from './contract.ts';

export const callers: Contract = (cluster) => {
  describe('who asks, and may they', () => {
    it('refuses a token that is nobody’s', async () => {
      const answer = await cluster().ask('nobody', get(paths.secrets));
      expect(failureOf(answer)).toBe('401 Unauthorized');
      expect(answer.body).toMatchObject({ kind: 'Status', status: 'Failure', code: 401 });
    });

    it('takes a request without a token as anonymous, who may nothing', async () => {
      const answer = await cluster().ask(undefined, get(paths.secrets));
      expect(failureOf(answer)).toBe('403 Forbidden');
      expect(answer.body['message']).toContain('User "system:anonymous" cannot list resource');
    });

    it('lets an editor create Secrets and a viewer not even list them', async () => {
      const made = await cluster().ask('ada', create(paths.secrets, secret('callers-own')));
      const denied = await cluster().ask('vic', get(paths.secrets));
      expect(made.code).toBe(201);
      expect(denied.body).toMatchObject({
        reason: 'Forbidden',
        message:
          'secrets is forbidden: User "vic" cannot list resource "secrets" in API group "" in the namespace "nim-demo"',
        details: { kind: 'secrets' },
      });
    });

    it('names the object that a caller may not have', async () => {
      const answer = await cluster().ask('vic', get(`${paths.secrets}/x`));
      expect(answer.body).toMatchObject({ details: { name: 'x', kind: 'secrets' } });
      expect(answer.body['message']).toMatch(/^secrets "x" is forbidden: User "vic" cannot get/);
    });

    it('keeps members of one project out of another', async () => {
      const elsewhere = paths.secrets.replace('nim-demo', 'fraud-detection');
      expect(failureOf(await cluster().ask('pat', get(elsewhere)))).toBe('403 Forbidden');
    });

    it('asks for permission before it looks whether there is such a kind', async () => {
      const unknown = '/api/v1/namespaces/nim-demo/gadgets';
      expect((await cluster().ask('vic', get(unknown))).code).toBe(403);
      expect((await cluster().ask('admin', get(unknown))).code).toBe(404);
    });

    it('grants by resource name: everybody reads the catalog and no other ConfigMap of the dashboard', async () => {
      const folder = '/api/v1/namespaces/opendatahub/configmaps';
      expect((await cluster().ask('vic', get(`${folder}/nim-models-data`))).code).toBe(200);
      expect((await cluster().ask('vic', get(`${folder}/other`))).code).toBe(403);
      expect((await cluster().ask('vic', get(folder))).code).toBe(403);
    });

    it.each([
      ['ada', { verb: 'create', resource: 'secrets', namespace: 'nim-demo' }, true],
      ['vic', { verb: 'create', resource: 'secrets', namespace: 'nim-demo' }, false],
      ['ada', { verb: 'create', resource: 'secrets', namespace: 'fraud-detection' }, false],
      ['admin', { verb: 'create', resource: 'secrets', namespace: 'fraud-detection' }, true],
      [
        'ada',
        {
          verb: 'create',
          group: 'rbac.authorization.k8s.io',
          resource: 'rolebindings',
          namespace: 'nim-demo',
        },
        false,
      ],
      [
        'pat',
        {
          verb: 'create',
          group: 'rbac.authorization.k8s.io',
          resource: 'rolebindings',
          namespace: 'nim-demo',
        },
        true,
      ],
      [
        'vic',
        { verb: 'get', resource: 'configmaps', namespace: 'opendatahub', name: 'nim-models-data' },
        true,
      ],
      ['vic', { verb: 'get', resource: 'configmaps', namespace: 'opendatahub' }, false],
    ])('reviews the access of %s to %o: %s', async (user, attributes, allowed) => {
      const answer = await cluster().ask(user, accessReview(attributes));
      expect(answer.code).toBe(201);
      expect(answer.body['status']).toMatchObject({ allowed });
    });

    it('says in a review which binding allows', async () => {
      const attributes = { verb: 'create', resource: 'secrets', namespace: 'nim-demo' };
      const answer = await cluster().ask('ada', accessReview(attributes));
      expect(answer.body['status']).toEqual({
        allowed: true,
        reason:
          'RBAC: allowed by RoleBinding "ada-edit/nim-demo" of ClusterRole "edit" to User "ada"',
      });
    });

    it('refuses a review that asks for nothing', async () => {
      const empty = {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: {},
      };
      expect(failureOf(await cluster().ask('ada', create(paths.accessReviews, empty)))).toBe(
        '422 Invalid',
      );
    });

    it('lists the rules that hold for a caller in a project', async () => {
      const answer = await cluster().ask(
        'vic',
        create('/apis/authorization.k8s.io/v1/selfsubjectrulesreviews', {
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SelfSubjectRulesReview',
          spec: { namespace: 'nim-demo' },
        }),
      );
      expect(answer.body['status']).toMatchObject({
        resourceRules: expect.arrayContaining([
          {
            verbs: ['get', 'list', 'watch'],
            apiGroups: ['serving.kserve.io'],
            resources: ['inferenceservices', 'servingruntimes'],
          },
        ]),
      });
    });
  });
};
