import type { ResourceBundle } from '../../bundle/resource-bundle.ts';
import type { InferenceService } from '../../cluster/kubernetes.ts';
import { quantityOf, writtenAmount, writtenSize } from '../../cluster/quantity.ts';
import { planDeployment } from '../plan/submit-plan.ts';
import { requestsOf } from './requests.ts';

/** How much of something a deployment asks for, and when a quota would refuse it. */
export interface Demand {
  amount: number;
  /** The amount in words: `2 × 32 GiB`. */
  text: string;
  /** What a deployment that is edited has asked for so far: the quota counts that already. */
  had?: { amount: number; text: string };
  /** `start`: nobody is told but KServe, and its pods do not come up. */
  at: 'creation' | 'start';
}

/** Everything that a quota can count of a new deployment, by the quota's own names. */
export const demandsOf = (bundle: ResourceBundle): ReadonlyMap<string, Demand> =>
  new Map([
    ...podDemands(bundle.inferenceService),
    ...volumeDemands(bundle),
    ...objectDemands(bundle),
  ]);

/** What an update asks for, with what the deployment has had of it; new Secrets besides. */
export const demandsOfUpdate = (update: {
  before: InferenceService;
  after: InferenceService;
  secrets: number;
}): ReadonlyMap<string, Demand> => {
  const had = new Map(podDemands(update.before));
  return new Map([
    ...podDemands(update.after).map(([resource, demand]): [string, Demand] => {
      const before = had.get(resource);
      return [resource, before ? { ...demand, had: before } : demand];
    }),
    ...secretDemands(update.secrets),
  ]);
};

/** The same of one pod of a deployment alone. */
export const demandsOfOnePod = (inferenceService: InferenceService): ReadonlyMap<string, Demand> =>
  new Map(podDemands(inferenceService, 1));

const podDemands = (
  { spec: { predictor } }: InferenceService,
  replicas = predictor.minReplicas ?? 1,
): [string, Demand][] => {
  const { resources = {} } = predictor.model ?? {};
  const each = (value: string | number, name = ''): Demand => {
    const one = writtenAmount(name, value);
    return {
      amount: (quantityOf(value) ?? 0) * replicas,
      text: replicas === 1 ? one : `${replicas} × ${one}`,
      at: 'start',
    };
  };
  return [
    ['pods', each(1)],
    ['count/pods', each(1)],
    ...Object.entries(requestsOf(resources)).flatMap(([name, value]): [string, Demand][] => [
      // A quota's plain `cpu` and `memory` mean requests.
      [name, each(value, name)],
      [`requests.${name}`, each(value, name)],
    ]),
    ...Object.entries(resources.limits ?? {}).map(([name, value]): [string, Demand] => [
      `limits.${name}`,
      each(value, name),
    ]),
  ];
};

const volumeDemands = ({ volume }: ResourceBundle): [string, Demand][] => {
  if (!volume) {
    return [];
  }
  const { storageClassName, resources } = volume.spec;
  const size = resources.requests.storage;
  const bytes: Demand = { amount: quantityOf(size) ?? 0, text: writtenSize(size), at: 'creation' };
  const ofClass = `${storageClassName}.storageclass.storage.k8s.io`;
  return [
    ['requests.storage', bytes],
    [`${ofClass}/requests.storage`, bytes],
    ['persistentvolumeclaims', objects(1)],
    ['count/persistentvolumeclaims', objects(1)],
    [`${ofClass}/persistentvolumeclaims`, objects(1)],
  ];
};

const objects = (amount: number): Demand => ({ amount, text: String(amount), at: 'creation' });

const objectDemands = (bundle: ResourceBundle): [string, Demand][] => {
  const secrets = planDeployment(bundle, '').steps.filter(
    ({ object, replacement }) => object.kind === 'Secret' && !replacement,
  ).length;
  return [
    ...secretDemands(secrets),
    ['count/servingruntimes.serving.kserve.io', objects(1)],
    ['count/inferenceservices.serving.kserve.io', objects(1)],
  ];
};

const secretDemands = (count: number): [string, Demand][] => [
  ['secrets', objects(count)],
  ['count/secrets', objects(count)],
];
