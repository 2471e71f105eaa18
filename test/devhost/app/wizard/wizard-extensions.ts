import type { LoadedExtension } from '@openshift/dynamic-plugin-sdk';
import { useCallback, useMemo } from 'react';
import type {
  ApplyFieldData,
  DeployFunction,
  Deployment,
  PartialWizardState,
  WizardState,
} from '../../../../src/dashboard/host-contract.ts';
import { nameExtension } from '../extensions/code-references.ts';
import {
  useResolvedExtensions,
  type ResolvedExtension,
} from '../extensions/use-resolved-extensions.ts';
import { useRuleBook } from '../rules/rule-book-context.tsx';
import { zod3Fault } from '../rules/zod-3.ts';
import type { FieldOverride } from './overrides.ts';
import { fieldFault, type AnyField } from './wizard-field.ts';

const PREFIX = 'model-serving.deployment/';

export interface ApplyExtension {
  fieldId: string;
  platform: string;
  apply: (deployment: Deployment, fieldData: unknown, state: WizardState) => Deployment;
}

export interface ExtractorExtension {
  fieldId: string;
  platform: string;
  extract: (deployment: Deployment) => unknown;
}

/** A deployment around which side effects run: before it is made there may be no resources yet. */
export type DeploymentPayload = Pick<Deployment, 'modelServingPlatformId'> & Partial<Deployment>;

export interface DeploymentFunctionsExtension {
  fieldId: string;
  platform: string;
  preDeploy:
    | ((
        fieldData: unknown,
        state: WizardState,
        deployment: DeploymentPayload,
        existing?: Deployment,
        dryRun?: boolean,
      ) => Promise<DeploymentPayload>)
    | null;
  postDeploy:
    | ((
        fieldData: unknown,
        deployment: DeploymentPayload,
        existing?: Deployment,
        dryRun?: boolean,
      ) => Promise<void>)
    | null;
}

export interface DeployExtension {
  platform: string;
  isActive: ((state: WizardState, resources?: Partial<Deployment>) => boolean) | true;
  priority: number;
  supportsOverwrite?: boolean;
  deploy: DeployFunction;
}

const acceptAny = <Properties>(properties: Record<string, unknown>): Properties =>
  properties as Properties;

const useProperties = <Properties>(
  type: string,
): [properties: Properties[], isLoaded: boolean, errors: unknown[]] => {
  const { extensions, isLoaded, errors } = useResolvedExtensions<Properties>(
    `${PREFIX}${type}`,
    acceptAny<Properties>,
  );
  return useMemo(
    () => [extensions.map(({ properties }) => properties), isLoaded, errors],
    [errors, extensions, isLoaded],
  );
};

/** Every plugin's field whose shape the wizard can work with; the others are in the rule book. */
export const useWizardFields = (): [AnyField[], boolean] => {
  const ruleBook = useRuleBook();
  const accept = useCallback(
    (properties: Record<string, unknown>, extension: LoadedExtension): AnyField | undefined => {
      const { field } = properties;
      const name = nameExtension(extension);
      const detail = fieldFault(field);
      if (detail !== undefined) {
        ruleBook.report({ rule: 'field-shape', extension: name, detail });
        return undefined;
      }
      const accepted = field as AnyField;
      const schema: unknown = accepted.reducerFunctions.validationSchema;
      const fault = schema === undefined ? undefined : zod3Fault(schema);
      if (fault !== undefined) {
        ruleBook.report({ rule: 'zod-3', extension: `${name} ${accepted.id}`, detail: fault });
      }
      return accepted;
    },
    [ruleBook],
  );
  const { extensions, isLoaded } = useResolvedExtensions(`${PREFIX}wizard-field`, accept);
  return useMemo(
    () => [extensions.map(({ properties }) => properties), isLoaded],
    [extensions, isLoaded],
  );
};

export const useActiveFields = (fields: AnyField[], state: PartialWizardState): AnyField[] =>
  useMemo(() => fields.filter((field) => field.isActive(state)), [fields, state]);

export const useOverrides = (): { uid: string; field: FieldOverride }[] => {
  const { extensions } = useResolvedExtensions<{ field: FieldOverride }>(
    `${PREFIX}wizard-field-override`,
    acceptAny<{ field: FieldOverride }>,
  );
  return useMemo(
    () => extensions.map(({ uid, properties }) => ({ uid, field: properties.field })),
    [extensions],
  );
};

export const useApplyExtensions = () => useProperties<ApplyExtension>('wizard-field-apply');
export const useExtractorExtensions = () =>
  useProperties<ExtractorExtension>('wizard-field-extractor');
export const useDeploymentFunctions = () =>
  useProperties<DeploymentFunctionsExtension>('wizard-field-deployment-functions');
export const useDeployExtensions = () => useProperties<DeployExtension>('deploy');

export type { ApplyFieldData, ResolvedExtension };
