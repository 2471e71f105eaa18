import {
  Button,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  TextArea,
  TextInput,
} from '@patternfly/react-core';
import { useState } from 'react';
import { resourceNameFault } from '../resource-name.ts';
import type { HostWizardState } from '../wizard-state.ts';

interface NameDescriptionFieldProps {
  names: HostWizardState['k8sNameDesc'];
  projectName: string | undefined;
}

export const NameDescriptionField = ({ names, projectName }: NameDescriptionFieldProps) => {
  const { data, setName, setDescription } = names;
  return (
    <>
      <FormGroup label="Model deployment name" fieldId="model-deployment-name" isRequired>
        <FormHelperText>
          <HelperText>
            <HelperTextItem>
              This is the name of the inference service created when the model is deployed.
            </HelperTextItem>
          </HelperText>
        </FormHelperText>
        <TextInput
          id="model-deployment-name"
          isRequired
          value={data.name}
          onChange={(_event, name) => setName(name)}
        />
      </FormGroup>
      <ResourceName names={names} projectName={projectName} />
      <FormGroup label="Description" fieldId="model-deployment-description">
        <TextArea
          id="model-deployment-description"
          value={data.description}
          resizeOrientation="vertical"
          onChange={(_event, description) => setDescription(description)}
        />
      </FormGroup>
    </>
  );
};

const ResourceName = ({ names, projectName }: NameDescriptionFieldProps) => {
  const [isEdited, setIsEdited] = useState(names.data.k8sName.state.touched);
  const { value, state } = names.data.k8sName;
  const fault = value === '' ? undefined : resourceNameFault(value, projectName);
  if (state.immutable) {
    return (
      <HelperText>
        <HelperTextItem>{`The resource name is ${value}.`}</HelperTextItem>
      </HelperText>
    );
  }
  if (!isEdited) {
    return (
      <HelperText isLiveRegion>
        {value !== '' && (
          <HelperTextItem variant={fault ? 'error' : 'default'}>
            The resource name will be <b>{value}</b>. {fault}
          </HelperTextItem>
        )}
        <HelperTextItem>
          <Button variant="link" isInline onClick={() => setIsEdited(true)}>
            Edit resource name
          </Button>
        </HelperTextItem>
      </HelperText>
    );
  }
  return (
    <FormGroup label="Resource name" fieldId="model-deployment-resourceName" isRequired>
      <TextInput
        id="model-deployment-resourceName"
        isRequired
        value={value}
        validated={fault ? 'error' : 'default'}
        onChange={(_event, name) => names.setResourceName(name)}
      />
      {fault && (
        <HelperText isLiveRegion>
          <HelperTextItem variant="error">{fault}</HelperTextItem>
        </HelperText>
      )}
    </FormGroup>
  );
};
