import type { ResourceBundle } from '../../bundle/resource-bundle.ts';
import type { KubernetesObject, ObjectMeta } from '../../cluster/kubernetes.ts';
import { nameKind } from '../describe/name-object.ts';
import { type Problem, stops } from './problem.ts';

/** With this KServe ends the names of what serves a model. */
export const PREDICTOR_ENDING = '-predictor';

/**
 * What is made for a deployment once its InferenceService is there, by the end of the name: KServe's own
 * Deployment and Service (pkg/controller/v1beta1/inferenceservice/reconcilers), and the Service for metrics
 * and the Route of Open Data Hub (odh-model-controller, internal/controller/serving/reconcilers). They go by
 * the name alone: what has it is changed or deleted, or everything stays as it is and nothing starts.
 */
const PARTS = [
  { kind: 'Service', ending: PREDICTOR_ENDING },
  { kind: 'Deployment', ending: PREDICTOR_ENDING },
  { kind: 'Service', ending: '-metrics' },
  { kind: 'Route', ending: '' },
];

/** KServe puts it on all that it makes. */
const OWNER_LABEL = 'serving.kserve.io/inferenceservice';

/** Whether names that the deployment's parts need are taken by something else of the project. */
export const checkPartNames = (
  { inferenceService, tokens }: Pick<ResourceBundle, 'inferenceService' | 'tokens'>,
  there: readonly KubernetesObject[],
): Problem[] => {
  const { name } = inferenceService.metadata;
  const others = there.filter(({ metadata }) => !isPartOf(name, metadata));
  const isTaken = ({ kind, metadata }: Named): boolean =>
    others.some((other) => other.kind === kind && other.metadata.name === metadata.name);
  const parts = PARTS.map(({ kind, ending }) => ({ kind, metadata: { name: name + ending } }));
  const ofTokens = tokens ? [tokens.serviceAccount, tokens.role, tokens.roleBinding] : [];
  return [
    ...parts
      .filter(isTaken)
      .map((part) =>
        taken(
          part,
          'KServe and Open Data Hub give a part of the deployment this name: they would change or delete what has it, or the model would not start. Choose another name for the deployment.',
        ),
      ),
    ...ofTokens
      .filter(isTaken)
      .map((part) =>
        taken(
          part,
          'Token authentication needs this name. Choose another name for the deployment, or remove the tokens.',
        ),
      ),
  ];
};

type Named = Pick<KubernetesObject, 'kind'> & { metadata: Pick<ObjectMeta, 'name'> };

/** Also of a deployment of this name that is just being deleted: its parts go with it. */
const isPartOf = (deployment: string, { labels, ownerReferences = [] }: ObjectMeta): boolean =>
  labels?.[OWNER_LABEL] === deployment ||
  ownerReferences.some(({ kind, name }) => kind === 'InferenceService' && name === deployment);

const taken = ({ kind, metadata }: Named, body: string): Problem =>
  stops(
    'name',
    `The project already has a ${nameKind(kind)} called "${metadata.name}" that does not belong to this deployment`,
    body,
  );
