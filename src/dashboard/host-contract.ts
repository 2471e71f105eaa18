/**
 * What the Open Data Hub dashboard gives a plugin and expects of it, in our own words: the dashboard
 * publishes no types. Facts from opendatahub-io/odh-dashboard as of 2026-08-21; see docs/host.md.
 */
import type { ComponentType, ReactNode } from 'react';
import type { z } from 'zod';
import type {
  InferenceService,
  KubernetesObject,
  ResourceRequirements,
  ServingRuntime,
  Toleration,
} from '../cluster/kubernetes.ts';

/** The host calls every function inside `properties` without arguments and awaits it. */
export type CodeRef<T> = () => Promise<T>;

/** One entry of a plugin's list of extensions, before the host has resolved its code references. */
export interface Extension<Type extends string = string, Properties = Record<string, unknown>> {
  type: Type;
  properties: Properties;
  flags?: { required?: string[]; disallowed?: string[] };
}

/** The state value of the model location "NVIDIA NIM". */
export const NIM_LOCATION = 'nvidia-nim';

/** `modelServingPlatformId` of every deployment that is an InferenceService. */
export const KSERVE_PLATFORM = 'kserve';

/** What an administrator offers: how much of which resources, and on which nodes. */
export interface HostHardwareProfile extends KubernetesObject {
  spec: {
    identifiers?: {
      identifier: string;
      displayName: string;
      resourceType?: string;
      minCount?: number | string;
      maxCount?: number | string;
      defaultCount: number | string;
    }[];
    scheduling?: {
      type?: string;
      node?: { nodeSelector?: Record<string, string>; tolerations?: Toleration[] };
      kueue?: { localQueueName?: string; priorityClass?: string };
    };
  };
}

/** The part of the wizard's state that a NIM deployment reads; the host's state has more. */
export interface WizardState {
  project: { projectName?: string | null; initialProjectName?: string | null };
  modelLocationData: { data?: { type: string } };
  modelType: { data?: { type: string } };
  k8sNameDesc: { data: { name: string; description: string; k8sName: { value: string } } };
  hardwareProfileConfig: {
    formData: {
      selectedProfile?: HostHardwareProfile;
      useExistingSettings: boolean;
      resources?: ResourceRequirements;
    };
  };
  numReplicas: { data?: number };
  externalRoute: { data?: boolean };
  tokenAuthentication: {
    data?: { uuid: string; displayName: string; k8sName?: string; error?: string }[];
  };
  runtimeArgs: { data?: { enabled: boolean; args: string[] } };
  environmentVariables: {
    data?: { enabled: boolean; variables: { name: string; value: string }[] };
  };
  deploymentStrategy: { data?: 'rolling' | 'recreate' };
  modelAvailability: { data?: { saveAsAiAsset: boolean; useCase?: string } };
  canCreateRoleBindings: boolean;
  /** Fields of plugins, by their id. */
  [fieldId: string]: unknown;
}

/** What `isActive` is called with: any part of the state may be missing. */
export interface PartialWizardState {
  modelLocationData?: { data?: { type?: string } };
  modelType?: { data?: { type?: string } | undefined };
  [fieldId: string]: unknown;
}

/** What a field's `externalDataHook` returns; it must be referentially stable between renders. */
export interface ExternalData<Data> {
  data: Data;
  loaded: boolean;
  loadError?: Error;
}

/** What the host hands to the component of a field; at first some of it is missing. */
export interface FieldComponentProps<Value, Data, Dependencies> {
  id: string;
  value?: Value;
  initialValue?: Value;
  onChange: (value: Value) => void;
  externalData?: ExternalData<Data>;
  dependencies?: Dependencies;
  isEditing?: boolean;
  isDisabled?: boolean;
}

/** A row of the review page. */
export interface ReviewItem {
  key: string;
  label: string;
  value: (state: WizardState) => ReactNode;
  optional?: boolean;
  isVisible?: (state: WizardState) => boolean;
}

export interface ReviewSection {
  title?: string;
  items: ReviewItem[];
}

/** A field that a plugin adds to a step of the wizard. */
export interface WizardField<Value, Data, Dependencies> {
  id: string;
  type: 'addition' | 'replacement';
  step: 'modelSource' | 'modelDeployment' | 'advancedOptions' | 'summary';
  parentId?: string;
  stateKey?: string;
  isActive: (state: PartialWizardState) => boolean;
  reducerFunctions: {
    setFieldData: (value: Value) => Value;
    getInitialFieldData: (existing?: Value, data?: Data, dependencies?: Dependencies) => Value;
    resolveDependencies?: (state: WizardState, initialData?: unknown) => Dependencies;
    getFieldData?: (stored: Value, state: WizardState) => Value;
    /** Becomes a member of the host's own zod 3 object: a schema of another zod breaks the step. */
    validationSchema?: z.ZodType<Value, z.ZodTypeDef, unknown>;
  };
  shouldResetOnDependencyChange?: (previous: Dependencies, next: Dependencies) => boolean;
  externalDataHook?: (dependencies?: Dependencies) => ExternalData<Data>;
  component: ComponentType<FieldComponentProps<Value, Data, Dependencies>>;
  getReviewSections?: (value: Value, state: WizardState, data?: Data) => ReviewSection[];
}

/** A deployment as the host passes it around. */
export interface Deployment {
  modelServingPlatformId: string;
  model: InferenceService;
  server?: ServingRuntime;
}

/** Runs every active `apply` function over an assembled deployment. */
export type ApplyFieldData = (deployment: Deployment) => Deployment;

/** From field id to what the field's `externalDataHook` returned last. */
export type ExternalDataMap = Record<string, ExternalData<unknown>>;

/** What the host calls to create or update a deployment: with `dryRun` nothing may change. */
export type DeployFunction = (
  state: WizardState,
  externalData: ExternalDataMap,
  projectName: string,
  existing?: Deployment,
  modelResource?: InferenceService,
  serverResource?: ServingRuntime,
  serverTemplateName?: string,
  dryRun?: boolean,
  secretName?: string,
  overwrite?: boolean,
  initialData?: Record<string, unknown>,
  applyFieldData?: ApplyFieldData,
) => Promise<Deployment>;
