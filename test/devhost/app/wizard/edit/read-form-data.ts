import type { Deployment } from '../../../../../src/dashboard/host-contract.ts';
import type { Secret } from '../../../../../src/cluster/kubernetes.ts';
import type { ExistingHardware, InitialData, ModelLocation } from '../initial-data.ts';
import type { ExtractorExtension } from '../wizard-extensions.ts';

/** What some extractors give: the data, or why the form cannot show it. */
export interface ExtractionResult<Data> {
  data?: Data | null;
  error?: string;
}

export interface FormDataExtension {
  platform: string;
  isActive?: ((deployment: Deployment) => boolean) | boolean;
  priority?: number;
  extractHardwareProfileConfig: (deployment: Deployment) => ExtractionResult<ExistingHardware>;
  extractReplicas: (deployment: Deployment) => ExtractionResult<number>;
  extractRuntimeArgs: (deployment: Deployment) => InitialData['runtimeArgs'] | null;
  extractEnvironmentVariables: (
    deployment: Deployment,
  ) => InitialData['environmentVariables'] | null;
  extractModelAvailabilityData: (deployment: Deployment) => InitialData['modelAvailability'] | null;
  extractModelLocationData: (deployment: Deployment) => ModelLocation | null;
  extractModelServerTemplate: (deployment: Deployment, dashboardNamespace?: string) => unknown;
  extractDeploymentStrategy?: (deployment: Deployment) => InitialData['deploymentStrategy'] | null;
  extractModelType?: (deployment: Deployment) => { type: string } | null;
  validateExtraction?: (deployment: Deployment) => string[];
}

export type FormData =
  { status: 'read'; initialData: InitialData } | { status: 'unreadable'; reasons: string[] };

/** Of the extensions that read this deployment's platform and are active, the one of highest priority. */
export const chooseFormData = (
  extensions: FormDataExtension[],
  deployment: Deployment,
): FormDataExtension | undefined =>
  extensions
    .filter(({ platform }) => platform === deployment.modelServingPlatformId)
    .filter(({ isActive }) =>
      typeof isActive === 'function' ? isActive(deployment) === true : isActive !== false,
    )
    .toSorted((a, b) => (b.priority ?? 0) - (a.priority ?? 0))[0];

const extractFields = (
  extractors: ExtractorExtension[],
  deployment: Deployment,
): Record<string, unknown> =>
  Object.fromEntries(
    extractors
      .filter(({ platform }) => ['all', deployment.modelServingPlatformId].includes(platform))
      .map(({ fieldId, extract }) => [fieldId, extract(deployment)])
      .filter(([, value]) => value !== undefined),
  );

interface ReadFormDataOptions {
  deployment: Deployment;
  /** Secrets of the project that hold tokens of the deployment's service account. */
  tokenSecrets: Secret[];
  formData: FormDataExtension | undefined;
  extractors: ExtractorExtension[];
  dashboardNamespace: string;
}

const annotationsOf = ({ model }: Deployment): Record<string, string> =>
  model.metadata.annotations ?? {};

/** What the wizard starts from when this deployment is edited. */
export const readFormData = (options: ReadFormDataOptions): FormData => {
  const { deployment, tokenSecrets, formData, extractors, dashboardNamespace } = options;
  if (!formData) {
    return { status: 'unreadable', reasons: ['No extension reads deployments like this one.'] };
  }
  const hardware = formData.extractHardwareProfileConfig(deployment);
  const replicas = formData.extractReplicas(deployment);
  const location = formData.extractModelLocationData(deployment);
  const modelServer = formData.extractModelServerTemplate(deployment, dashboardNamespace);
  const modelType = formData.extractModelType?.(deployment);
  const reasons = [
    hardware.error,
    replicas.error,
    unreadableType(deployment, modelType),
    ...(formData.validateExtraction?.(deployment) ?? []),
  ];
  const faults = reasons.flatMap((reason) => reason ?? []);
  if (faults.length > 0) {
    return { status: 'unreadable', reasons: faults };
  }
  const annotations = annotationsOf(deployment);
  const { name, labels } = deployment.model.metadata;
  return {
    status: 'read',
    initialData: {
      ...present({
        modelTypeField: modelType,
        hardwareProfile: hardware.data,
        numReplicas: replicas.data,
        modelLocationData: location,
        deploymentStrategy: formData.extractDeploymentStrategy?.(deployment),
        runtimeArgs: formData.extractRuntimeArgs(deployment),
        environmentVariables: formData.extractEnvironmentVariables(deployment),
        modelAvailability: formData.extractModelAvailabilityData(deployment),
        modelServer,
      }),
      k8sNameDesc: {
        name: annotations['openshift.io/display-name'] ?? name,
        description: annotations['openshift.io/description'] ?? '',
        resourceName: name,
      },
      externalRoute: labels?.['networking.kserve.io/visibility'] === 'exposed',
      tokenAuthentication: tokensOf(annotations, tokenSecrets),
      existingAuthTokens: tokenSecrets.map(withoutData),
      isEditing: true,
      ...extractFields(extractors, deployment),
    },
  };
};

/** A deployment that says its type must be read by an extension that knows it. */
const unreadableType = (deployment: Deployment, read: unknown): string | undefined => {
  const type = annotationsOf(deployment)['opendatahub.io/model-type'];
  return type && !read ? `Unsupported model type "${type}".` : undefined;
};

const tokensOf = (annotations: Record<string, string>, secrets: Secret[]) =>
  annotations['security.opendatahub.io/enable-auth'] === 'false'
    ? []
    : secrets.map(({ metadata }) => ({
        uuid: metadata.uid ?? metadata.name,
        k8sName: metadata.name,
        displayName: metadata.annotations?.['openshift.io/display-name'] ?? metadata.name,
        error: '',
      }));

/** Tokens themselves have no business in the history state (the real dashboard leaves them in). */
const withoutData = ({ apiVersion, kind, metadata, type }: Secret): Secret => ({
  apiVersion,
  kind,
  metadata,
  ...(type === undefined ? {} : { type }),
});

const present = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null),
  );
