import type { EmbeddedCluster } from '../../test/embedded/cluster/embedded-cluster.ts';

/** Asks the embedded cluster whether a user may do something with the Secrets of a project. */
export const mayWithSecrets = async (
  cluster: EmbeddedCluster,
  { token, namespace, verb }: { token: string; namespace: string; verb: 'create' | 'get' },
): Promise<boolean> => {
  const address = new URL(
    '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    location.origin,
  );
  const response = await cluster.fetch(
    new Request(address, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes: { namespace, verb, resource: 'secrets' } },
      }),
    }),
  );
  const review: { status?: { allowed?: boolean } } = await response.json();
  return review.status?.allowed === true;
};
