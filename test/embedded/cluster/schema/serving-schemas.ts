import {
  containerFields,
  containerSchema,
  pullSecretSchema,
  resourcesSchema,
  tolerationSchema,
  volumeSchema,
} from './pod-schemas.ts';
import {
  flag,
  int32,
  int64,
  integer,
  intOrText,
  kept,
  listOf,
  mapOf,
  object,
  oneOf,
  quantity,
  text,
} from './schema.ts';
import type { Schema } from './schema.ts';

// KServe's two kinds, as far as deployments made from the dashboard use them, described in our own words from
// KServe's published definitions; the contract tests hold this table against those.

/** The fields of a pod that a predictor takes over. */
const podFields: Record<string, Schema> = {
  activeDeadlineSeconds: int64,
  affinity: kept,
  automountServiceAccountToken: flag,
  containers: listOf(containerSchema),
  dnsConfig: kept,
  dnsPolicy: text,
  enableServiceLinks: flag,
  hostAliases: listOf(kept),
  hostIPC: flag,
  hostNetwork: flag,
  hostPID: flag,
  hostname: text,
  imagePullSecrets: listOf(pullSecretSchema),
  initContainers: listOf(containerSchema),
  nodeName: text,
  nodeSelector: mapOf(text),
  os: kept,
  overhead: mapOf(quantity),
  preemptionPolicy: text,
  priority: int32,
  priorityClassName: text,
  readinessGates: listOf(kept),
  resourceClaims: listOf(kept),
  restartPolicy: text,
  runtimeClassName: text,
  schedulerName: text,
  schedulingGates: listOf(kept),
  securityContext: kept,
  serviceAccount: text,
  serviceAccountName: text,
  setHostnameAsFQDN: flag,
  shareProcessNamespace: flag,
  subdomain: text,
  terminationGracePeriodSeconds: int64,
  tolerations: listOf(tolerationSchema),
  topologySpreadConstraints: listOf(kept),
  volumes: listOf(volumeSchema),
};

const modelSchema = object({
  ...containerFields,
  modelFormat: object({ name: text, version: text }, ['name']),
  protocolVersion: text,
  runtime: text,
  runtimeVersion: text,
  storage: object({ key: text, parameters: mapOf(text), path: text, schemaPath: text }),
  storageUri: text,
});

const predictorSchema = object({
  ...podFields,
  annotations: mapOf(text),
  // Kept: scaling by metrics, batching and request logs are no part of the wizard.
  autoScaling: kept,
  batcher: kept,
  logger: kept,
  canaryTrafficPercent: int64,
  containerConcurrency: int64,
  deploymentStrategy: object({
    rollingUpdate: object({ maxSurge: intOrText, maxUnavailable: intOrText }),
    type: text,
  }),
  labels: mapOf(text),
  maxReplicas: int32,
  minReplicas: int32,
  model: modelSchema,
  resources: resourcesSchema,
  scaleMetric: oneOf('cpu', 'memory', 'concurrency', 'rps'),
  scaleMetricType: oneOf('Utilization', 'Value', 'AverageValue'),
  scaleTarget: int32,
  storageUris: listOf(kept),
  timeout: int64,
  workerSpec: kept,
});

const statusSchema = object({
  address: object({ CACerts: text, audience: text, name: text, url: text }),
  annotations: mapOf(text),
  clusterServingRuntimeName: text,
  components: mapOf(kept),
  conditions: listOf(
    object(
      {
        lastTransitionTime: text,
        message: text,
        reason: text,
        severity: text,
        status: text,
        type: text,
      },
      ['status', 'type'],
    ),
  ),
  deploymentMode: text,
  modelStatus: kept,
  observedGeneration: int64,
  servingRuntimeName: text,
  url: text,
});

export const inferenceServiceSchema: Schema = object({
  spec: object(
    {
      // Kept: a NIM has neither.
      explainer: kept,
      predictor: predictorSchema,
      transformer: kept,
    },
    ['predictor'],
  ),
  // What a newer KServe reports is kept, although this table may not know it.
  status: { ...statusSchema, 'x-kubernetes-preserve-unknown-fields': true },
});

export const servingRuntimeSchema: Schema = object({
  spec: object(
    {
      affinity: kept,
      annotations: mapOf(text),
      builtInAdapter: kept,
      containers: listOf(containerSchema),
      disabled: flag,
      grpcDataEndpoint: text,
      grpcEndpoint: text,
      hostIPC: flag,
      httpDataEndpoint: text,
      imagePullSecrets: listOf(pullSecretSchema),
      labels: mapOf(text),
      multiModel: flag,
      nodeSelector: mapOf(text),
      protocolVersions: listOf(text),
      replicas: integer,
      schedulerName: text,
      storageHelper: object({ disabled: flag }),
      supportedModelFormats: listOf(
        object(
          { autoSelect: flag, name: text, priority: { ...int32, minimum: 1 }, version: text },
          ['name'],
        ),
      ),
      tolerations: listOf(tolerationSchema),
      volumes: listOf(volumeSchema),
      workerSpec: kept,
    },
    ['containers'],
  ),
  // The definition lists no field of the status, so none survives.
  status: object({}),
});
