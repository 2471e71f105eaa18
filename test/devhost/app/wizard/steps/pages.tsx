import {
  Form,
  FormSection,
  HelperText,
  HelperTextItem,
  Spinner,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import type { ExternalDataMap } from '../../../../../src/dashboard/host-contract.ts';
import { RouteField, TokensField } from '../fields/access-fields.tsx';
import {
  ArgumentsField,
  AssetField,
  StrategyField,
  VariablesField,
} from '../fields/configuration-fields.tsx';
import { HardwareProfileField } from '../fields/hardware-profile-field.tsx';
import { ModelLocationField } from '../fields/model-location-field.tsx';
import { ModelTypeField } from '../fields/model-type-field.tsx';
import { NameDescriptionField } from '../fields/name-description-field.tsx';
import { PluginField } from '../fields/plugin-field.tsx';
import { ProjectField } from '../fields/project-field.tsx';
import { ReplicasField } from '../fields/replicas-field.tsx';
import type { Wizard } from '../use-wizard-state.ts';

interface PageProps {
  wizard: Wizard;
  externalData: ExternalDataMap;
}

/** Forms here are never submitted: Enter in a text field must not load the page again. */
const keepPage = (event: { preventDefault: () => void }) => event.preventDefault();

export const PreconfigurePage = ({ wizard }: Pick<PageProps, 'wizard'>) => (
  <Form onSubmit={keepPage}>
    <HelperText>
      <HelperTextItem>Choose from the below options to configure your deployment.</HelperTextItem>
    </HelperText>
    <ProjectField project={wizard.state.project} />
  </Form>
);

/** The location, then the plugins' fields in the order of their registration, then the model type. */
export const ModelDetailsPage = ({ wizard, externalData }: PageProps) => {
  const { state, fields, initialData } = wizard;
  const isTypeFixed = initialData?.modelTypeField !== undefined && initialData.isEditing === true;
  return (
    <Form onSubmit={keepPage}>
      <FormSection title="Model details" titleElement="h2">
        <p>Provide information about the model you want to deploy.</p>
        <ModelLocationField location={state.modelLocationData} />
        {fields
          .filter(({ step }) => step === 'modelSource')
          .map((field) => (
            <PluginField key={field.id} field={field} wizard={wizard} externalData={externalData} />
          ))}
        <ModelTypeField modelType={state.modelType} isEditing={isTypeFixed} />
      </FormSection>
    </Form>
  );
};

interface ModelDeploymentPageProps extends PageProps {
  hasProjectField: boolean;
}

export const ModelDeploymentPage = ({
  wizard,
  externalData,
  hasProjectField,
}: ModelDeploymentPageProps) => {
  const { state, fields, initialData } = wizard;
  const isEditing = initialData?.isEditing === true;
  if (!state.hardwareProfileConfig.isLoaded) {
    return <Spinner aria-label="Loading hardware profiles" />;
  }
  return (
    <Form onSubmit={keepPage}>
      <FormSection title="Model deployment" titleElement="h2">
        {hasProjectField && <ProjectField project={state.project} />}
        <NameDescriptionField
          names={state.k8sNameDesc}
          projectName={state.project.projectName ?? undefined}
        />
        <HardwareProfileField hardware={state.hardwareProfileConfig} canKeepExisting={isEditing} />
        <ReplicasField replicas={state.numReplicas} />
        {fields
          .filter(
            ({ step, stateKey, parentId }) => step === 'modelDeployment' && !stateKey && !parentId,
          )
          .map((field) => (
            <PluginField
              key={field.id}
              field={field}
              wizard={wizard}
              externalData={externalData}
              isEditing={isEditing}
            />
          ))}
      </FormSection>
    </Form>
  );
};

export const AdvancedSettingsPage = ({ wizard, externalData }: PageProps) => {
  const { state, fields } = wizard;
  const under = (parentId: string) =>
    fields
      .filter((field) => field.parentId === parentId)
      .map((field) => (
        <StackItem key={field.id}>
          <PluginField field={field} wizard={wizard} externalData={externalData} />
        </StackItem>
      ));
  return (
    <Form onSubmit={keepPage}>
      <FormSection title="Advanced settings" titleElement="h2">
        <Stack hasGutter>
          {state.modelAvailability.isVisible && (
            <StackItem>
              <AssetField availability={state.modelAvailability} />
            </StackItem>
          )}
          {state.modelAvailability.isVisible && under('model-playground-availability')}
          {under('networking')}
          {state.externalRoute.isVisible && (
            <StackItem>
              <RouteField state={state} />
            </StackItem>
          )}
          <StackItem>
            <TokensField state={state} />
          </StackItem>
          <StackItem>
            <ArgumentsField runtimeArgs={state.runtimeArgs} />
          </StackItem>
          <StackItem>
            <VariablesField environment={state.environmentVariables} />
          </StackItem>
          {state.deploymentStrategy.isVisible && (
            <StackItem>
              <StrategyField strategy={state.deploymentStrategy} />
            </StackItem>
          )}
        </Stack>
      </FormSection>
    </Form>
  );
};
