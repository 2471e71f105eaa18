/** The parts of Kubernetes' object metadata that the plugin reads or writes. */
export interface ObjectMeta {
  name: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  /** Counted up with each change of what is wanted, for the kinds that have a status of their own. */
  generation?: number;
  generateName?: string;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: OwnerReference[];
}

export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
}

/** Any Kubernetes object. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
}

export interface EnvVar {
  name: string;
  value?: string;
  valueFrom?: { secretKeyRef?: { name: string; key: string } };
}

export interface VolumeMount {
  name: string;
  mountPath: string;
  subPath?: string;
}

export interface Volume {
  name: string;
  persistentVolumeClaim?: { claimName: string };
  emptyDir?: { medium?: 'Memory'; sizeLimit?: string };
  [source: string]: unknown;
}

/** When a container counts as started, ready or alive. */
export interface Probe {
  periodSeconds?: number;
  failureThreshold?: number;
  [field: string]: unknown;
}

export interface Container {
  name: string;
  image?: string;
  env?: EnvVar[];
  volumeMounts?: VolumeMount[];
  resources?: ResourceRequirements;
  startupProbe?: Probe;
  ports?: { name?: string; containerPort: number; protocol?: string }[];
  [field: string]: unknown;
}

export interface ResourceRequirements {
  requests?: Record<string, string | number>;
  limits?: Record<string, string | number>;
}

export interface Toleration {
  key?: string;
  operator?: string;
  value?: string;
  effect?: string;
  tolerationSeconds?: number;
}

export interface Secret extends KubernetesObject {
  apiVersion: 'v1';
  kind: 'Secret';
  type?: string;
  data?: Record<string, string>;
  stringData?: Record<string, string>;
}

export interface PersistentVolumeClaim extends KubernetesObject {
  apiVersion: 'v1';
  kind: 'PersistentVolumeClaim';
  spec: {
    accessModes: string[];
    volumeMode?: string;
    storageClassName?: string;
    resources: { requests: { storage: string } };
  };
  status?: { phase?: string };
}

/** `storage.k8s.io/v1`: how volumes are made. */
export interface StorageClass extends KubernetesObject {
  provisioner: string;
  /** `Immediate` unless it is said. */
  volumeBindingMode?: string;
}

/** What all objects of a project may use together; `status` has what they do use. */
export interface ResourceQuota extends KubernetesObject {
  spec: { hard?: Record<string, string>; scopes?: string[]; scopeSelector?: object };
  status?: { hard?: Record<string, string>; used?: Record<string, string> };
}

/** What each container, pod or volume of a project may ask for. */
export interface LimitRange extends KubernetesObject {
  spec: {
    limits: {
      type: string;
      max?: Record<string, string>;
      min?: Record<string, string>;
      /** What a container is given that names no limit, or no request. The cluster fills them from `max` and each other. */
      default?: Record<string, string>;
      defaultRequest?: Record<string, string>;
    }[];
  };
}

/** `serving.kserve.io/v1alpha1`, as far as a NIM deployment uses it. */
export interface ServingRuntime extends KubernetesObject {
  kind: 'ServingRuntime';
  spec: {
    containers: Container[];
    initContainers?: Container[];
    volumes?: Volume[];
    imagePullSecrets?: { name: string }[];
    supportedModelFormats?: {
      name: string;
      version?: string;
      autoSelect?: boolean;
      priority?: number;
    }[];
    [field: string]: unknown;
  };
}

/** `serving.kserve.io/v1beta1`, as far as a NIM deployment uses it. */
export interface InferenceService extends KubernetesObject {
  kind: 'InferenceService';
  spec: {
    predictor: {
      minReplicas?: number;
      maxReplicas?: number;
      deploymentStrategy?: {
        type: string;
        rollingUpdate?: { maxSurge?: string | number; maxUnavailable?: string | number };
      };
      tolerations?: Toleration[];
      nodeSelector?: Record<string, string>;
      annotations?: Record<string, string>;
      volumes?: Volume[];
      model?: {
        runtime?: string;
        modelFormat?: { name: string; version?: string };
        resources?: ResourceRequirements;
        args?: string[];
        env?: EnvVar[];
        volumeMounts?: VolumeMount[];
        [field: string]: unknown;
      };
      [field: string]: unknown;
    };
    [field: string]: unknown;
  };
}

/** `template.openshift.io/v1`: the dashboard's form of a serving runtime to start from. */
export interface Template extends KubernetesObject {
  kind: 'Template';
  objects: KubernetesObject[];
}

/** `authorization.k8s.io/v1`: what the cluster says to "may I?". It has no name and is not kept. */
export interface SelfSubjectAccessReview extends KubernetesObject {
  kind: 'SelfSubjectAccessReview';
  spec: {
    resourceAttributes: {
      verb: string;
      /** Empty or missing for the core kinds. */
      group?: string;
      resource: string;
      namespace: string;
      name?: string;
    };
  };
  status?: { allowed: boolean };
}
