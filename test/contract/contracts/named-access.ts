import { describe, expect, it } from 'vitest';
import type { ContractCluster } from '../contract-cluster.ts';
import {
  accessReview,
  failureOf,
  get,
  given,
  namesIn,
  paths,
  role,
  roleBinding,
  secret,
} from '../requests.ts';
import type { Contract } from './contract.ts';

const apiGroup = 'rbac.authorization.k8s.io';

/** Lets vic get and list one Secret by its name, as an administrator can. */
const letVicSee = async (cluster: ContractCluster, name: string): Promise<void> => {
  const rule = { apiGroups: [''], resources: ['secrets'], resourceNames: [name] };
  const rules = [{ ...rule, verbs: ['get', 'list'] }];
  await given(cluster, 'pat', paths.roles, role(`sees-${name}`, { rules }));
  const bound = roleBinding(`vic-sees-${name}`, {
    roleRef: { apiGroup, kind: 'Role', name: `sees-${name}` },
    subjects: [{ kind: 'User', name: 'vic', apiGroup }],
  });
  await given(cluster, 'pat', paths.roleBindings, bound);
  // The authorizer of a real API server hears of it a moment later.
  const isAllowed = async () => (await cluster.ask('vic', get(`${paths.secrets}/${name}`))).code;
  await expect.poll(isAllowed, { timeout: 10_000 }).toBe(200);
};

const listed = (query: string) => get(`${paths.secrets}?${query}`);

export const namedAccess: Contract = (cluster) => {
  describe('who may see one Secret by its name', () => {
    it('may list it by that name, however it is asked for', async () => {
      await given(cluster(), 'ada', paths.secrets, secret('seen'));
      await letVicSee(cluster(), 'seen');
      const queries = [
        'fieldSelector=metadata.name=seen',
        'fieldSelector=metadata.name%3Dseen',
        'fieldSelector=metadata.name%3D%3Dseen',
        'fieldSelector=metadata.name%3Dseen,type%3DOpaque',
        'fieldSelector=type%3DOpaque,metadata.name%3Dseen',
      ];
      for (const query of queries) {
        const answer = await cluster().ask('vic', listed(query));
        expect([query, answer.code, namesIn(answer)]).toEqual([query, 200, ['seen']]);
      }
    });

    it('may list no other, nor all of them', async () => {
      await given(cluster(), 'ada', paths.secrets, secret('alone-seen'));
      await letVicSee(cluster(), 'alone-seen');
      const queries = [
        '',
        'fieldSelector=metadata.name%3Dunseen',
        'fieldSelector=metadata.name!%3Dalone-seen',
        'fieldSelector=type%3DOpaque',
        'labelSelector=a%3Db',
      ];
      const answers = await Promise.all(
        queries.map((query) => cluster().ask('vic', listed(query))),
      );
      expect(answers.map(failureOf)).toEqual(queries.map(() => '403 Forbidden'));
    });

    it('hears so from a review of that name', async () => {
      await given(cluster(), 'ada', paths.secrets, secret('reviewed'));
      await letVicSee(cluster(), 'reviewed');
      const mayBe = async (attributes: object) => {
        const wanted = { resource: 'secrets', namespace: 'nim-demo', ...attributes };
        const { body } = await cluster().ask('vic', accessReview(wanted));
        return (body['status'] as { allowed: boolean }).allowed;
      };
      expect([
        await mayBe({ verb: 'get', name: 'reviewed' }),
        await mayBe({ verb: 'list', name: 'reviewed' }),
        await mayBe({ verb: 'list' }),
        await mayBe({ verb: 'get', name: 'unreviewed' }),
        await mayBe({ verb: 'patch', name: 'reviewed' }),
        await mayBe({ verb: 'delete', name: 'reviewed' }),
      ]).toEqual([true, true, false, false, false, false]);
    });

    it('may send the review with an empty name of its own, as a typed client does', async () => {
      const { body, ...request } = accessReview({
        resource: 'secrets',
        namespace: 'nim-demo',
        verb: 'patch',
      });
      const answer = await cluster().ask('ada', {
        ...request,
        body: { ...(body as object), metadata: { name: '' } },
      });
      expect(answer.code).toBe(201);
      expect(answer.body).toMatchObject({ metadata: {}, status: { allowed: true } });
    });
  });
};
