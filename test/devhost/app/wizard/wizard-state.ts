import type { WizardState } from '../../../../src/dashboard/host-contract.ts';
import type { ModelLocation } from './initial-data.ts';

/** Name, description and resource name as the page edits them. */
export interface NameDescription {
  name: string;
  description: string;
  k8sName: { value: string; state: { immutable: boolean; touched: boolean } };
}

export type Tokens = NonNullable<WizardState['tokenAuthentication']['data']>;
export type RuntimeArguments = NonNullable<WizardState['runtimeArgs']['data']>;
export type EnvironmentVariables = NonNullable<WizardState['environmentVariables']['data']>;
export type DeploymentStrategy = 'rolling' | 'recreate';
export type ModelAvailability = NonNullable<WizardState['modelAvailability']['data']>;
export type HardwareChoice = WizardState['hardwareProfileConfig']['formData'];

/**
 * The wizard's state as the dashboard keeps it: what a plugin reads of it, and beside each value the
 * function that sets it and what its page has to know.
 */
export interface HostWizardState extends WizardState {
  project: {
    projectName?: string | null;
    initialProjectName?: string | null;
    setProjectName: (name: string | undefined) => void;
  };
  modelLocationData: {
    data?: ModelLocation;
    setData: (location: ModelLocation | undefined) => void;
  };
  modelType: {
    data?: { type: string };
    setData: (modelType: { type: string }) => void;
    extraOptions: { key: string; label: string }[];
    isForced: boolean;
  };
  k8sNameDesc: {
    data: NameDescription;
    setName: (name: string) => void;
    setDescription: (description: string) => void;
    setResourceName: (resourceName: string) => void;
  };
  hardwareProfileConfig: {
    formData: HardwareChoice;
    setFormData: (choice: HardwareChoice) => void;
    profiles: NonNullable<HardwareChoice['selectedProfile']>[];
    isLoaded: boolean;
    loadError?: string;
  };
  numReplicas: { data?: number; setData: (replicas: number) => void };
  externalRoute: { data?: boolean; setData: (isExposed: boolean) => void; isVisible: boolean };
  tokenAuthentication: {
    data?: Tokens;
    setData: (tokens: Tokens) => void;
    /** A plugin's field has switched it off. */
    isDisabled?: boolean;
  };
  runtimeArgs: { data?: RuntimeArguments; setData: (args: RuntimeArguments) => void };
  environmentVariables: {
    data?: EnvironmentVariables;
    setData: (variables: EnvironmentVariables) => void;
  };
  deploymentStrategy: {
    data?: DeploymentStrategy;
    setData: (strategy: DeploymentStrategy) => void;
    isVisible: boolean;
  };
  modelAvailability: {
    data?: ModelAvailability;
    setData: (availability: ModelAvailability) => void;
    isVisible: boolean;
  };
}
