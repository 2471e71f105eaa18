import type { HostHardwareProfile, WizardState } from '../../../../src/dashboard/host-contract.ts';
import type {
  ResourceRequirements,
  Secret,
  Toleration,
} from '../../../../src/cluster/kubernetes.ts';

/** What `extractHardwareProfileConfig` gives: the arguments of the dashboard's hardware profile hook. */
export type ExistingHardware = [
  name?: string | undefined,
  resources?: ResourceRequirements | undefined,
  tolerations?: Toleration[] | undefined,
  nodeSelector?: Record<string, string> | undefined,
  visibleIn?: string[] | undefined,
  resourceNamespace?: string | undefined,
  profileNamespace?: string | null | undefined,
];

/** The place the model comes from, in the form that the wizard's state keeps. */
export interface ModelLocation {
  type: string;
  fieldValues: Record<string, unknown>;
  additionalFields: Record<string, unknown>;
  /** The location cannot be changed. The dashboard does not say so by itself, not even while editing. */
  disableInputFields?: boolean;
}

/**
 * What the wizard starts from: nothing for a new deployment, what the extensions read from it for an
 * existing one. It travels in the router's history state, so it has to survive a structured clone.
 */
export interface InitialData {
  isEditing?: boolean;
  wizardStartIndex?: number;
  modelTypeField?: { type: string };
  k8sNameDesc?: { name: string; description: string; resourceName: string };
  hardwareProfile?: ExistingHardware;
  numReplicas?: number;
  modelLocationData?: ModelLocation;
  externalRoute?: boolean;
  tokenAuthentication?: NonNullable<WizardState['tokenAuthentication']['data']>;
  existingAuthTokens?: Secret[];
  runtimeArgs?: NonNullable<WizardState['runtimeArgs']['data']>;
  environmentVariables?: NonNullable<WizardState['environmentVariables']['data']>;
  deploymentStrategy?: 'rolling' | 'recreate';
  modelAvailability?: NonNullable<WizardState['modelAvailability']['data']>;
  /** Fields of plugins, by their id, as their extractors read them. */
  [fieldId: string]: unknown;
}

export type { HostHardwareProfile };
