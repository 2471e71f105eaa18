import { commonFetchJSON } from '@openshift/dynamic-plugin-sdk-utils';
import type { KubernetesObject } from '../../../../src/cluster/kubernetes.ts';

/** A kind of resource, as far as its address goes. */
export interface ResourceKind {
  kind: string;
  /** `v1` or `<group>/<version>`. */
  apiVersion: string;
  plural: string;
}

const root = (apiVersion: string): string =>
  apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;

/** The API server's path for a kind, in a namespace unless the kind has none. */
export const pathOf = ({ apiVersion, plural }: ResourceKind, namespace?: string): string =>
  namespace === undefined
    ? `${root(apiVersion)}/${plural}`
    : `${root(apiVersion)}/namespaces/${encodeURIComponent(namespace)}/${plural}`;

/** All objects of a kind in a namespace, each with the `kind` and `apiVersion` that lists omit. */
export const listResources = async <Resource extends KubernetesObject>(
  resource: ResourceKind,
  namespace?: string,
  selector?: string,
): Promise<Resource[]> => {
  const query = selector === undefined ? '' : `?labelSelector=${encodeURIComponent(selector)}`;
  const list = await commonFetchJSON<{ items: Resource[] }>(
    `${pathOf(resource, namespace)}${query}`,
  );
  const { apiVersion, kind } = resource;
  return list.items.map((item) => ({ ...item, apiVersion, kind }));
};

/** Deletes one object; what it owns goes with it. */
export const deleteResource = async (
  resource: ResourceKind,
  namespace: string,
  name: string,
): Promise<void> => {
  await commonFetchJSON.delete(`${pathOf(resource, namespace)}/${encodeURIComponent(name)}`);
};

/** Whether the signed-in user may do this, asked of Kubernetes (SelfSubjectAccessReview). */
export const mayI = async (question: {
  verb: string;
  group: string;
  resource: string;
  namespace: string;
}): Promise<boolean> => {
  const review = await commonFetchJSON.post<{ status?: { allowed?: boolean } }>(
    '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: { resourceAttributes: question },
    },
  );
  return review.status?.allowed === true;
};
