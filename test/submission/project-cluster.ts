import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import type { Patience } from '../../src/submit/run/patience.ts';
import { createEmbeddedCluster } from '../embedded/cluster/embedded-cluster.ts';
import { loadManifests } from '../embedded/seed/manifests.node.ts';
import { seedObjects, seedUsers } from '../embedded/seed/seed.ts';
import { answerAsDashboard, type SentRequest } from '../factories/dashboard-proxy.factory.ts';
import { ownAnswer } from '../factories/own-answer.ts';
import type { Act } from './faults.ts';
import type { Ending } from './press.ts';
import type { Scenario } from './scenarios.ts';

/** The embedded cluster behind the dashboard's own fetch, in which requests may go wrong. */
export interface ProjectCluster {
  objects: () => KubernetesObject[];
  /** How many real writes were asked for. */
  writes: () => number;
  /** The dry runs and then the real requests, as the host does it. */
  press: (patience?: Patience) => Promise<Ending>;
  /** Deletes what a `kubectl delete` with selectors would. */
  follow: (commands: readonly RemoveCommand[]) => Promise<void>;
}

export interface RemoveCommand {
  resource: string;
  namespace: string;
  name: string;
  label: string;
  value: string;
}

/** Answers one request; `act` has the cluster do it. */
export type Interference = (request: SentRequest, act: Act) => Promise<Response>;

const tries: Patience = { answer: 10_000, pauses: [0, 0], undo: 10_000 };

const user = 'pat';

const manifests = loadManifests();

export const openProject = (
  scenario: Scenario,
  interfere: Interference = (_request, act) => act(),
): ProjectCluster => {
  const cluster = createEmbeddedCluster({
    objects: [...seedObjects(manifests), ...scenario.objects],
    users: seedUsers,
  });
  const ask = async (path: string, init: RequestInit, caller = user): Promise<Response> => {
    const { signal: _signal, ...rest } = init;
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${caller}-token`);
    const url = new URL(path.replace('/api/k8s', ''), 'http://cluster.example');
    return ownAnswer(path, caller) ?? cluster.fetch(new Request(url, { ...rest, headers }));
  };
  const sent = answerAsDashboard((request, init) =>
    untilAborted(
      interfere(request, () => ask(request.path, init)),
      init.signal,
    ),
  );
  scenario.open();
  const inProject = (): KubernetesObject[] =>
    cluster.objects().filter(({ metadata }) => metadata.namespace === 'nim-demo');
  return {
    objects: inProject,
    writes: () => sent.filter(isRealWrite).length,
    press: (patience = tries) =>
      scenario.press({ now: inProject(), asked: () => sent.length, patience }),
    follow: async (commands) => {
      for (const command of commands) {
        const there = inProject().find((object) => isMeant(command, object));
        if (there) {
          await ask(pathOf(there, command.resource), { method: 'DELETE' }, 'admin');
        }
      }
    },
  };
};

/** As `fetch` does it. */
const untilAborted = (
  answer: Promise<Response>,
  signal: AbortSignal | null | undefined,
): Promise<Response> =>
  new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
    answer.then(resolve, reject);
  });

const isRealWrite = ({ method, path }: SentRequest): boolean =>
  method !== 'GET' && !path.endsWith('dryRun=All') && !path.endsWith('accessreviews');

const COMMAND =
  /kubectl delete (\S+) --namespace (\S+) --field-selector metadata\.name=(\S+) --selector ([^\s=]+)=(\w+)/g;

/** The commands that a message names, read from its text alone. */
export const commandsIn = (message: string): RemoveCommand[] =>
  [...message.matchAll(COMMAND)].map(
    ([, resource = '', namespace = '', name = '', label = '', value = '']) => ({
      resource,
      namespace,
      name,
      label,
      value,
    }),
  );

/** Whether a command removes this object. */
export const isMeant = (command: RemoveCommand, { kind, metadata }: KubernetesObject): boolean =>
  command.resource.split('.')[0] === `${kind.toLowerCase()}s` &&
  command.namespace === metadata.namespace &&
  command.name === metadata.name &&
  metadata.labels?.[command.label] === command.value;

const pathOf = ({ apiVersion, metadata }: KubernetesObject, resource: string): string =>
  `/${apiVersion.includes('/') ? 'apis' : 'api'}/${apiVersion}/namespaces/${metadata.namespace}/${resource.split('.')[0]}/${metadata.name}`;
