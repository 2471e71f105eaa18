import {
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  TextInput,
} from '@patternfly/react-core';
import { useCallback } from 'react';
import { displayNameOf, listProjects } from '../../projects/project.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import type { HostWizardState } from '../wizard-state.ts';
import { ChoiceSelect } from './choice-select.tsx';

/** The project that the model goes to: a fact if the wizard was opened in one, else a choice. */
export const ProjectField = ({ project }: { project: HostWizardState['project'] }) => {
  const { initialProjectName, projectName, setProjectName } = project;
  const [projects] = useLoaded(useCallback(() => listProjects(), []));
  const choices = projects.status === 'loaded' ? projects.data : [];
  return (
    <FormGroup label="Project" fieldId="project-name" isRequired={!initialProjectName}>
      {initialProjectName ? (
        <TextInput id="project-name" value={initialProjectName} isDisabled />
      ) : (
        <ChoiceSelect
          id="project-name"
          label="Project"
          placeholder="Select a project"
          choices={choices.map((one) => ({ key: one.metadata.name, label: displayNameOf(one) }))}
          chosen={projectName ?? undefined}
          onChoose={setProjectName}
        />
      )}
      <FormHelperText>
        <HelperText>
          <HelperTextItem>
            This is the project where the model will be deployed.
            {projects.status === 'failed' &&
              ` The projects could not be listed: ${projects.message}`}
          </HelperTextItem>
        </HelperText>
      </FormHelperText>
    </FormGroup>
  );
};
