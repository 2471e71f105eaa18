import { Wizard as WizardFrame, WizardStep } from '@patternfly/react-core';
import { useMemo, useState } from 'react';
import type { Deployment, ExternalDataMap } from '../../../../src/dashboard/host-contract.ts';
import { useRuleBook } from '../rules/rule-book-context.tsx';
import { ExitModal } from './exit-modal.tsx';
import { ExternalDataLoader } from './external-data-loader.tsx';
import type { InitialData } from './initial-data.ts';
import {
  AdvancedSettingsPage,
  ModelDeploymentPage,
  ModelDetailsPage,
  PreconfigurePage,
} from './steps/pages.tsx';
import { ReviewPage } from './steps/review-page.tsx';
import { useSubmit } from './submit/use-submit.ts';
import { useWizardState } from './use-wizard-state.ts';
import { validate } from './validation.ts';
import { isExternalDataSettled } from './wizard-field.ts';
import { WizardFooter } from './wizard-footer.tsx';

interface DeploymentWizardProps {
  initialData: InitialData | undefined;
  /** The project that the wizard was opened in; without one it asks first. */
  projectName: string | undefined;
  existing: Deployment | undefined;
  onRefresh: (() => void) | undefined;
  /** Leaves the wizard, for the deployments of the project that it ended with. */
  onLeave: (projectName: string | undefined) => void;
}

export const DeploymentWizard = (props: DeploymentWizardProps) => {
  const { initialData, projectName, existing, onRefresh, onLeave } = props;
  const ruleBook = useRuleBook();
  const [isLeaving, setIsLeaving] = useState(false);
  const [externalData, setExternalData] = useState<ExternalDataMap>({});
  const wizard = useWizardState(initialData, projectName, externalData);
  const { state, fields } = wizard;
  const hasPreconfigure = projectName === undefined;
  const valid = useMemo(
    () =>
      validate(state, fields, hasPreconfigure, (error) => ruleBook.warn('A field threw:', error)),
    [fields, hasPreconfigure, ruleBook, state],
  );
  const leave = () => onLeave(state.project.projectName ?? undefined);
  const submitting = useSubmit({
    wizard,
    externalData,
    isValid: valid.all,
    existing,
    onDone: leave,
  });
  const shared = { wizard, externalData };
  return (
    <>
      <ExternalDataLoader wizard={wizard} setExternalData={setExternalData} />
      {isLeaving && <ExitModal onDiscard={leave} onCancel={() => setIsLeaving(false)} />}
      <WizardFrame
        navAriaLabel="Steps"
        onClose={() => setIsLeaving(true)}
        onSave={submitting.submit}
        startIndex={initialData?.wizardStartIndex ?? 1}
        footer={
          <WizardFooter
            submitting={submitting}
            isSubmitDisabled={!isExternalDataSettled(externalData)}
            submitText={existing ? 'Update deployment' : 'Deploy model'}
            deploymentName={state.k8sNameDesc.data.name}
            onRefresh={onRefresh}
          />
        }
      >
        {hasPreconfigure && (
          <WizardStep name="Preconfigure deployment" id="preconfigure-step">
            <PreconfigurePage wizard={wizard} />
          </WizardStep>
        )}
        <WizardStep name="Model details" id="source-model-step" isDisabled={!valid.preconfigure}>
          <ModelDetailsPage {...shared} />
        </WizardStep>
        <WizardStep
          name="Model deployment"
          id="model-deployment-step"
          isDisabled={!valid.preconfigure || !valid.modelSource}
        >
          <ModelDeploymentPage {...shared} hasProjectField={!hasPreconfigure} />
        </WizardStep>
        <WizardStep
          name="Advanced settings"
          id="advanced-options-step"
          isDisabled={!valid.preconfigure || !valid.modelSource || !valid.modelDeployment}
        >
          <AdvancedSettingsPage {...shared} />
        </WizardStep>
        <WizardStep name="Review" id="summary-step" isDisabled={!valid.all}>
          <ReviewPage {...shared} />
        </WizardStep>
      </WizardFrame>
    </>
  );
};
