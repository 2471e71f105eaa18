import { describe, expect, it } from 'vitest';
import { create, failureOf } from '../requests.ts';
import type { Contract } from './contract.ts';

const whoAmI = create('/apis/authentication.k8s.io/v1/selfsubjectreviews', {
  apiVersion: 'authentication.k8s.io/v1',
  kind: 'SelfSubjectReview',
});

/** Of Kubernetes 1.28 and newer. */
export const selfSubject: Contract = (cluster) => {
  describe('a SelfSubjectReview', () => {
    it.each([
      ['ada', { username: 'ada', groups: ['system:authenticated'] }],
      ['admin', { username: 'admin', groups: ['system:masters', 'system:authenticated'] }],
    ])('tells %s who that is', async (user, userInfo) => {
      const { code, body } = await cluster().ask(user, whoAmI);
      expect(code).toBe(201);
      expect(body).toMatchObject({
        kind: 'SelfSubjectReview',
        apiVersion: 'authentication.k8s.io/v1',
        metadata: { creationTimestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]+Z$/) },
        status: { userInfo },
      });
    });

    it('tells nobody whom it does not know', async () => {
      const answers = [
        await cluster().ask(undefined, whoAmI),
        await cluster().ask('nobody', whoAmI),
      ];
      expect(answers.map(failureOf)).toEqual(['403 Forbidden', '401 Unauthorized']);
    });
  });
};
