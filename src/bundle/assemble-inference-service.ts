import type { InferenceService } from '../cluster/kubernetes.ts';
import type { DeploymentChoices } from './deployment-choices.ts';
import { changeField, type ServiceField, withLabels } from './service-field.ts';
import {
  aiAssetField,
  argumentsField,
  descriptionField,
  displayNameField,
  externalRouteField,
  placementField,
  protectionField,
  replicasField,
  resourcesField,
  strategyField,
  variablesField,
} from './service-fields.ts';

/** Writes one field of an InferenceService. */
type Write = <Value>(
  service: InferenceService,
  field: ServiceField<Value>,
  value: Value,
) => InferenceService;

const writeAlways: Write = (service, field, value) => field.write(service, value);

/**
 * The InferenceService as the host's own KServe deployments have it, from the host's own fields. Of an
 * existing one only what a person changed is written; everything else stays as it is.
 */
export const assembleInferenceService = (
  choices: DeploymentChoices,
  existing?: InferenceService,
): InferenceService => {
  const write = existing ? changeField : writeAlways;
  return writeFields(
    withLabels(existing ?? bareService(choices), { 'opendatahub.io/dashboard': 'true' }),
    choices,
    write,
  );
};

const bareService = ({ name, project }: DeploymentChoices): InferenceService => ({
  apiVersion: 'serving.kserve.io/v1beta1',
  kind: 'InferenceService',
  metadata: { name, namespace: project },
  spec: { predictor: { model: { runtime: name } } },
});

const writeFields = (
  bare: InferenceService,
  choices: DeploymentChoices,
  write: Write,
): InferenceService => {
  const writers: ((service: InferenceService) => InferenceService)[] = [
    (service) => write(service, displayNameField, choices.displayName),
    (service) => write(service, descriptionField, choices.description),
    (service) => write(service, protectionField, choices.isProtected ?? choices.tokens.length > 0),
    (service) => write(service, externalRouteField, choices.externalRoute),
    (service) => write(service, aiAssetField, choices.aiAsset),
    (service) => write(service, replicasField, choices.replicas),
    (service) => write(service, strategyField, choices.strategy),
    (service) => write(service, resourcesField, choices.hardware.resources),
    (service) => write(service, placementField, choices.hardware),
    (service) => write(service, argumentsField, choices.args),
    (service) => write(service, variablesField, choices.env),
  ];
  return writers.reduce((service, writer) => writer(service), bare);
};
