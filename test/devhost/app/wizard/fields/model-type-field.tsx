import { FormGroup } from '@patternfly/react-core';
import type { HostWizardState } from '../wizard-state.ts';
import { ChoiceSelect } from './choice-select.tsx';

const ownTypes = [
  { key: 'predictive', label: 'Predictive model' },
  { key: 'generative', label: 'Generative AI model (Example, LLM)' },
];

interface ModelTypeFieldProps {
  modelType: HostWizardState['modelType'];
  isEditing: boolean;
}

export const ModelTypeField = ({ modelType, isEditing }: ModelTypeFieldProps) => (
  <FormGroup label="Model type" fieldId="model-type-select" isRequired>
    <ChoiceSelect
      id="model-type-select"
      label="Model type"
      placeholder="Select model type"
      choices={[...ownTypes, ...modelType.extraOptions]}
      chosen={modelType.data?.type}
      isDisabled={isEditing || modelType.isForced}
      onChoose={(type) => modelType.setData({ type })}
    />
  </FormGroup>
);
