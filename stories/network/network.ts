import { http, type HttpHandler, HttpResponse } from 'msw';
import type { MswApi } from 'msw-storybook-addon';
import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import {
  createEmbeddedCluster,
  type EmbeddedCluster,
} from '../../test/embedded/cluster/embedded-cluster.ts';
import { clusterHandlers } from '../../test/embedded/cluster/msw.ts';
import { loadManifests } from '../../test/embedded/seed/manifests.browser.ts';
import { dashboardNamespace, seedObjects, seedUsers } from '../../test/embedded/seed/seed.ts';
import { serviceHandlers } from './service-handlers.ts';

export interface StoryNetwork {
  /** Who is signed in: one of the seed's users. ada edits nim-demo, vic only looks at it. */
  user?: 'admin' | 'ada' | 'pat' | 'vic';
  /** `spec.nimConfig` of the dashboard's configuration. */
  nimConfig?: object;
  /** What the cluster holds, made from what it holds when nobody has done anything yet. */
  objects?: (seed: KubernetesObject[]) => KubernetesObject[];
  /** When what the cluster holds was created; now, if nothing is said. */
  createdAt?: Date;
  /** Handlers that come before the dashboard's own: what is slow, refused or broken. */
  faults?: HttpHandler[];
}

const seed = seedObjects(loadManifests());

/**
 * What a story's dashboard answers: the embedded cluster behind the Kubernetes proxy, the dashboard's
 * own addresses, and the plugin's service. It is made anew each time a story starts.
 */
export const network =
  ({ user = 'ada', nimConfig = {}, ...given }: StoryNetwork = {}) =>
  ({ msw }: { msw: MswApi }): void => {
    const { objects = (all) => all, faults = [], createdAt } = given;
    const cluster = createEmbeddedCluster({
      objects: objects(seed),
      users: seedUsers,
      clock: () => createdAt ?? new Date(),
    });
    msw.use(
      ...faults,
      ...dashboardHandlers(user, nimConfig),
      ...serviceHandlers(cluster, `${user}-token`),
      ...clusterOf(cluster, user),
    );
  };

/** From now on nothing is slow, refused or broken. */
export const connectionIsBack = network();

const clusterOf = (cluster: EmbeddedCluster, user: string): HttpHandler[] =>
  clusterHandlers(cluster, { user: () => `${user}-token` });

const dashboardHandlers = (userName: string, nimConfig: object): HttpHandler[] => [
  http.get('*/api/status', () =>
    HttpResponse.json({
      kube: { namespace: dashboardNamespace, userName, isAdmin: userName === 'admin' },
    }),
  ),
  http.get('*/api/config', () =>
    HttpResponse.json({
      apiVersion: 'opendatahub.io/v1alpha',
      kind: 'OdhDashboardConfig',
      metadata: { name: 'odh-dashboard-config', namespace: dashboardNamespace },
      spec: { dashboardConfig: {}, nimConfig },
    }),
  ),
];
