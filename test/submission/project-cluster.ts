import { dashboardCluster } from '../../src/cluster/dashboard-cluster.ts';
import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { checkDeployment, createDeployment } from '../../src/submit/create-deployment.ts';
import type { Patience } from '../../src/submit/run/patience.ts';
import { SubmissionError } from '../../src/submit/submission-error.ts';
import { createEmbeddedCluster } from '../embedded/cluster/embedded-cluster.ts';
import { seedObjects, seedUsers } from '../embedded/seed/seed.ts';
import { answerAsDashboard, type SentRequest } from '../factories/dashboard-proxy.factory.ts';
import type { Act } from './faults.ts';
import type { Scenario } from './scenarios.ts';

/** How a press of "Deploy model" ended, and what the person was told. */
export type Ending =
  | { status: 'done'; untidy: string[] }
  | { status: 'refused'; message: string }
  | { status: 'failed'; message: string };

/** The embedded cluster behind the dashboard's own fetch, in which requests may go wrong. */
export interface ProjectCluster {
  objects: () => KubernetesObject[];
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

const tries: Patience = { answer: 10_000, pauses: [0, 0] };

const user = 'pat';

export const openProject = (
  scenario: Scenario,
  interfere: Interference = (_request, act) => act(),
): ProjectCluster => {
  const cluster = createEmbeddedCluster({
    objects: [...seedObjects([]), ...scenario.objects],
    users: seedUsers,
  });
  const ask = (path: string, init: RequestInit, caller = user): Promise<Response> => {
    const { signal: _signal, ...rest } = init;
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${caller}-token`);
    return cluster.fetch(
      new Request(new URL(path, 'http://cluster.example'), { ...rest, headers }),
    );
  };
  answerAsDashboard((request, init) =>
    interfere(request, () => ask(request.path.replace('/api/k8s', ''), init)),
  );
  const inProject = (): KubernetesObject[] =>
    cluster.objects().filter(({ metadata }) => metadata.namespace === 'nim-demo');
  return {
    objects: inProject,
    press: (patience = tries) => press(scenario, inProject, patience),
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

const press = async (
  scenario: Scenario,
  objects: () => KubernetesObject[],
  patience: Patience,
): Promise<Ending> => {
  const bundle = scenario.bundle(objects());
  try {
    await checkDeployment(bundle, dashboardCluster, patience);
  } catch (error) {
    return { status: 'refused', message: messageOf(error) };
  }
  try {
    const { untidy, unlabelled } = await createDeployment(bundle, dashboardCluster, patience);
    await unlabelled;
    return { status: 'done', untidy: untidy.map(({ written }) => written.object.metadata.name) };
  } catch (error) {
    return { status: 'failed', message: messageOf(error) };
  }
};

const messageOf = (error: unknown): string => {
  if (error instanceof SubmissionError) {
    return error.message;
  }
  throw error;
};

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
