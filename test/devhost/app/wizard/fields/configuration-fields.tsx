import {
  Button,
  Checkbox,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  Radio,
  Split,
  SplitItem,
  Stack,
  StackItem,
  TextArea,
  TextInput,
} from '@patternfly/react-core';
import { MinusCircleIcon, PlusCircleIcon } from '@patternfly/react-icons';
import type { HostWizardState } from '../wizard-state.ts';
import { LabelledGroup } from './labelled-group.tsx';

/** One argument a line; the field is "enabled" once a line has text. */
export const ArgumentsField = ({
  runtimeArgs,
}: {
  runtimeArgs: HostWizardState['runtimeArgs'];
}) => (
  <FormGroup label="Additional runtime arguments" fieldId="runtime-args">
    <TextArea
      id="runtime-args"
      rows={4}
      resizeOrientation="vertical"
      placeholder={'--arg\n--arg2=value2\n--arg3 value3'}
      value={runtimeArgs.data?.args.join('\n') ?? ''}
      onChange={(_event, text) => {
        const args = text.split('\n');
        runtimeArgs.setData({ args, enabled: args.some((line) => line.trim() !== '') });
      }}
    />
    <FormHelperText>
      <HelperText>
        <HelperTextItem>
          Overwriting the runtime’s predefined listening port or model location will likely result
          in a failed deployment.
        </HelperTextItem>
      </HelperText>
    </FormHelperText>
  </FormGroup>
);

const VALID_VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

interface VariablesFieldProps {
  environment: HostWizardState['environmentVariables'];
}

export const VariablesField = ({ environment }: VariablesFieldProps) => {
  const { enabled, variables } = environment.data ?? { enabled: false, variables: [] };
  const set = (next: typeof variables) => environment.setData({ enabled, variables: next });
  const change = (index: number, part: Partial<(typeof variables)[number]>) =>
    set(variables.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <Stack hasGutter>
      <StackItem>
        <Checkbox
          id="environment-variables"
          label="Add custom runtime environment variables"
          isChecked={enabled}
          onChange={(_event, isEnabled) => environment.setData({ enabled: isEnabled, variables })}
        />
      </StackItem>
      {enabled &&
        variables.map(({ name, value }, index) => (
          <StackItem key={index}>
            <Split hasGutter>
              <SplitItem isFilled>
                <TextInput
                  aria-label={`Name of variable ${index + 1}`}
                  value={name}
                  validated={name === '' || VALID_VARIABLE.test(name) ? 'default' : 'error'}
                  onChange={(_event, next) => change(index, { name: next })}
                />
              </SplitItem>
              <SplitItem isFilled>
                <TextInput
                  aria-label={`Value of variable ${index + 1}`}
                  value={value}
                  onChange={(_event, next) => change(index, { value: next })}
                />
              </SplitItem>
              <SplitItem>
                <Button
                  variant="plain"
                  aria-label={`Remove variable ${index + 1}`}
                  icon={<MinusCircleIcon />}
                  onClick={() => set(variables.filter((_one, at) => at !== index))}
                />
              </SplitItem>
            </Split>
          </StackItem>
        ))}
      {enabled && (
        <StackItem>
          <Button
            variant="link"
            isInline
            icon={<PlusCircleIcon />}
            onClick={() => set([...variables, { name: '', value: '' }])}
          >
            Add variable
          </Button>
        </StackItem>
      )}
    </Stack>
  );
};

const strategies = [
  {
    key: 'rolling' as const,
    label: 'Rolling update',
    description:
      'Existing inference service pods are terminated after new ones are started. This ensures zero downtime and continuous availability.',
  },
  {
    key: 'recreate' as const,
    label: 'Recreate',
    description:
      'All existing inference service pods are terminated before any new ones are started. This saves resources but guarantees a period of downtime.',
  },
];

interface StrategyFieldProps {
  strategy: HostWizardState['deploymentStrategy'];
}

export const StrategyField = ({ strategy }: StrategyFieldProps) => (
  <FormGroup label="Deployment strategy" fieldId="deployment-strategy-rolling" role="radiogroup">
    {strategies.map(({ key, label, description }) => (
      <Radio
        key={key}
        id={`deployment-strategy-${key}`}
        name="deployment-strategy"
        label={label}
        description={description}
        isChecked={strategy.data === key}
        onChange={() => strategy.setData(key)}
      />
    ))}
  </FormGroup>
);

interface AssetFieldProps {
  availability: HostWizardState['modelAvailability'];
}

export const AssetField = ({ availability }: AssetFieldProps) => {
  const { saveAsAiAsset, useCase = '' } = availability.data ?? { saveAsAiAsset: false };
  return (
    <LabelledGroup label="Model availability">
      <Stack hasGutter>
        <StackItem>
          <Checkbox
            id="save-as-ai-asset"
            label="Add as AI asset endpoint"
            description="Make this model available to other users by publishing it on the AI asset endpoints page."
            isChecked={saveAsAiAsset}
            onChange={(_event, isAsset) =>
              availability.setData({ saveAsAiAsset: isAsset, useCase: isAsset ? useCase : '' })
            }
          />
        </StackItem>
        {saveAsAiAsset && (
          <StackItem>
            <FormGroup label="Use case" fieldId="ai-asset-use-case">
              <TextInput
                id="ai-asset-use-case"
                value={useCase}
                onChange={(_event, next) => availability.setData({ saveAsAiAsset, useCase: next })}
              />
            </FormGroup>
          </StackItem>
        )}
      </Stack>
    </LabelledGroup>
  );
};
