import {
  ActionList,
  ActionListGroup,
  ActionListItem,
  Alert,
  AlertActionCloseButton,
  AlertActionLink,
  Button,
  Stack,
  StackItem,
  useWizardContext,
  WizardFooterWrapper,
} from '@patternfly/react-core';
import { canOverwrite, describeSubmitError } from './submit/submit-error.ts';
import type { Submitting } from './submit/use-submit.ts';

interface WizardFooterProps {
  submitting: Submitting;
  /** While something that fields need has not come, nothing can be submitted. */
  isSubmitDisabled: boolean;
  submitText: string;
  deploymentName: string;
  /** Only while editing. */
  onRefresh: (() => void) | undefined;
}

export const WizardFooter = (props: WizardFooterProps) => {
  const { submitting, isSubmitDisabled, submitText } = props;
  const { activeStep, steps, goToNextStep, goToPrevStep, close } = useWizardContext();
  const isLast = activeStep.index === steps.length;
  const isBlocked = isLast ? isSubmitDisabled : steps[activeStep.index]?.isDisabled === true;
  return (
    <WizardFooterWrapper>
      <Stack hasGutter>
        <SubmitError {...props} />
        <StackItem>
          <ActionList>
            <ActionListGroup>
              <ActionListItem>
                <Button
                  variant="secondary"
                  isDisabled={activeStep.index === 1}
                  onClick={() => void goToPrevStep()}
                >
                  Back
                </Button>
              </ActionListItem>
              <ActionListItem>
                <Button
                  variant="primary"
                  data-testid={isLast ? 'wizard-submit-button' : 'wizard-next-button'}
                  isLoading={submitting.isRunning}
                  isDisabled={submitting.isRunning || isBlocked}
                  onClick={() => void goToNextStep()}
                >
                  {isLast ? submitText : 'Next'}
                </Button>
              </ActionListItem>
            </ActionListGroup>
            <ActionListGroup>
              <ActionListItem>
                <Button variant="link" onClick={close}>
                  Cancel
                </Button>
              </ActionListItem>
            </ActionListGroup>
          </ActionList>
        </StackItem>
      </Stack>
    </WizardFooterWrapper>
  );
};

const SubmitError = ({ submitting, deploymentName, onRefresh }: WizardFooterProps) => {
  const { error, clearError, overwrite } = submitting;
  if (error === undefined) {
    return null;
  }
  return (
    <StackItem>
      <Alert
        component="h2"
        isInline
        isLiveRegion
        variant="danger"
        title="Error"
        data-testid="error-message-alert"
        actionClose={<AlertActionCloseButton title="Close" onClose={clearError} />}
        actionLinks={
          overwrite &&
          canOverwrite(error) && (
            <>
              <AlertActionLink onClick={overwrite}>Force update</AlertActionLink>
              {onRefresh && <AlertActionLink onClick={onRefresh}>Refresh</AlertActionLink>}
            </>
          )
        }
      >
        {describeSubmitError(error, deploymentName)}
      </Alert>
    </StackItem>
  );
};
