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
import { chosenFaults, chosenUser, type StoryUser, type ToolbarChoices } from './toolbar.ts';

export interface StoryNetwork {
  /** Who is signed in. */
  user?: StoryUser;
  /** `spec.nimConfig` of the dashboard's configuration. */
  nimConfig?: object;
  /** What the cluster holds, made from what it holds when nobody has done anything yet. */
  objects?: (seed: KubernetesObject[]) => KubernetesObject[];
  /** When what the cluster holds was created; now, if nothing is said. */
  createdAt?: () => Date;
  /** Handlers that come before the dashboard's own: what is slow, refused or broken. */
  faults?: HttpHandler[];
}

const seed = seedObjects(loadManifests());

/**
 * What a story's dashboard answers: the embedded cluster behind the Kubernetes proxy, the dashboard's
 * own addresses, and the plugin's service. It is made anew each time a story starts. The user and the
 * fault that a person has chosen in the toolbar come before the story's own.
 */
export const network =
  ({ nimConfig = {}, ...given }: StoryNetwork = {}) =>
  ({ msw, globals = {} }: { msw: MswApi; globals?: ToolbarChoices }): void => {
    const { objects = (all) => all, faults = [], createdAt } = given;
    const user = chosenUser(globals) ?? given.user ?? 'ada';
    const cluster = createEmbeddedCluster({
      objects: objects(seed),
      users: seedUsers,
      clock: createdAt ?? (() => new Date()),
    });
    msw.use(
      ...chosenFaults(globals, user),
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
  http.get('*/api/config', () => HttpResponse.json(configurationWith(nimConfig))),
  http.get('*/api/dev/users', () =>
    HttpResponse.json({ users: seedUsers.map(({ name }) => name), current: userName }),
  ),
];

/** The seed's configuration of the dashboard, with the plugin's part. */
const configurationWith = (nimConfig: object): Record<string, unknown> => {
  const { spec, ...configuration } = (seed.find(({ kind }) => kind === 'OdhDashboardConfig') ??
    {}) as { spec?: object };
  return { ...configuration, spec: { ...spec, nimConfig } };
};
