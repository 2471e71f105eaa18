import { isSame } from '../../bundle/is-same.ts';
import { isStopped } from '../../bundle/restart-patch.ts';
import { strategyField } from '../../bundle/service-fields.ts';
import type { InferenceService, ResourceQuota } from '../../cluster/kubernetes.ts';
import { quantityOf } from '../../cluster/quantity.ts';
import { gpusOf } from './accelerators.ts';
import { demandsOfOnePod } from './demand.ts';
import { advises, type Problem, warns } from './problem.ts';
import { isAboutModels, leftOf } from './quota.ts';

/** A deployment as it is, and as it is to be. */
interface Change {
  before: InferenceService;
  after: InferenceService;
}

/**
 * Whether there is room for one pod more: a rolling update starts a new pod before it stops an old one.
 * What a quota allows is known; how many GPUs are free in the cluster is not, and that is only said.
 */
export const checkRollingUpdate = (change: Change, quotas: readonly ResourceQuota[]): Problem[] => {
  const { after } = change;
  if (!startsFirst(change)) {
    return [];
  }
  const full = quotas.filter(isAboutModels).map((quota) => factsOf(quota, after));
  const facts = full.flat();
  if (facts.length > 0) {
    return [
      warns(
        'strategy',
        "The project's quota has no room for an old and a new pod at once",
        `${facts.join(' ')} ${WHY} ${INSTEAD}, or ask an administrator for more.`,
      ),
    ];
  }
  const gpus = gpusOf(after.spec.predictor.model?.resources);
  return gpus > 0
    ? [
        advises(
          'strategy',
          `The update needs ${gpus === 1 ? 'one GPU' : `${gpus} GPUs`} more until it is done`,
          `${WHY} Nobody here can see how many GPUs are free. ${INSTEAD}, if there may be too few.`,
        ),
      ]
    : [];
};

const WHY =
  'By a rolling update an old pod stays until a new one is ready; without room for both the update does not go on.';

const INSTEAD = 'Choose the strategy "Recreate" on "Advanced settings"';

/** What the quota says of each resource of which it leaves too little for a pod. */
const factsOf = (quota: ResourceQuota, after: InferenceService): string[] =>
  [...demandsOfOnePod(after)].flatMap(([resource, { amount, text }]) => {
    const room = leftOf(quota, resource);
    return room && amount > room.left
      ? [
          `The quota "${quota.metadata.name}" allows ${room.hard} of ${resource}, ${room.used} of it in use; one pod asks for ${text}.`,
        ]
      : [];
  });

const startsFirst = ({ before, after }: Change): boolean =>
  strategyField.read(after) === 'rolling' &&
  ![before, after].some((service) => isStopped(service) || replicasOf(service) === 0) &&
  !isSame(inPodsOf(before), inPodsOf(after)) &&
  mayStopFirst(after) === 0;

const replicasOf = ({ spec }: InferenceService): number => spec.predictor.minReplicas ?? 1;

/** KServe hands all of it to the pods, labels and annotations, too: whatever changes there, they are made anew. */
const inPodsOf = ({ metadata, spec }: InferenceService): object => {
  const {
    minReplicas: _min,
    maxReplicas: _max,
    deploymentStrategy: _strategy,
    ...predictor
  } = spec.predictor;
  const { labels, annotations } = metadata;
  return { labels, annotations, predictor };
};

/**
 * How many of its pods may be stopped before their successors are there, as the cluster counts it: a
 * quarter unless the deployment says something else, rounded down; one where no pod more may be made either.
 */
const mayStopFirst = (service: InferenceService): number => {
  const { maxSurge = '25%', maxUnavailable = '25%' } =
    service.spec.predictor.deploymentStrategy?.rollingUpdate ?? {};
  const replicas = replicasOf(service);
  const fewer = Math.floor(countOf(maxUnavailable, replicas));
  return fewer === 0 && Math.ceil(countOf(maxSurge, replicas)) === 0 ? 1 : fewer;
};

const countOf = (value: string | number, replicas: number): number => {
  const [, percent] = /^(\d+)%$/.exec(String(value)) ?? [];
  return percent === undefined ? (quantityOf(value) ?? 0) : (Number(percent) * replicas) / 100;
};
