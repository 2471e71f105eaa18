import { FormGroup, FormSection, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useId } from 'react';
import * as words from '../words/existing-volume.ts';
import { FieldHelp } from './field-help.tsx';
import { queryClient } from './query-client.ts';
import type { ExistingVolume } from './storage-field-value.ts';
import { SubPathInput } from './sub-path-input.tsx';
import {
  chosenVolume,
  labelOf,
  proposedChoice,
  type VolumeChoice,
  volumeChoices,
} from './volume-choices.ts';
import { VolumeAdvice } from './volume-advice.tsx';
import { volumeUsersQuery } from './volume-users-query.ts';
import type { ProjectStorage } from './volumes-query.ts';

/** Which of the project's volumes, and where in it. */
export const ExistingVolumeForm = (props: ExistingVolumeFormProps): ReactElement => {
  const { value, onChange, isDisabled } = props;
  const { choices, isLoading } = useChoices(props);
  return (
    <FormSection>
      <VolumeSelect {...props} choices={choices} isLoading={isLoading} />
      <SubPathInput
        value={value.subPath}
        isDisabled={isDisabled}
        onChange={(subPath) => onChange({ ...value, subPath })}
      />
    </FormSection>
  );
};

export interface ExistingVolumeFormProps {
  /** Without a name until it is known who uses which volume. */
  value: ExistingVolume;
  /** The project's volumes and the cluster's storage classes. */
  storage: ProjectStorage;
  /** Of the chosen model's image, where the catalog knows it. */
  imageBytes: number | undefined;
  /** Shown as it is; who uses the volumes is not asked. */
  isDisabled: boolean;
  /** Told of another volume or folder, and of the volume that is proposed. */
  onChange: (value: ExistingVolume) => void;
}

/** Who uses the volumes is asked when this form is shown; one that nobody uses is proposed then. */
const useChoices = ({
  value,
  storage,
  isDisabled,
  onChange,
}: ExistingVolumeFormProps): { choices: VolumeChoice[]; isLoading: boolean } => {
  const project = storage.volumes[0]?.project ?? '';
  const users = useQuery({ ...volumeUsersQuery(project), enabled: !isDisabled }, queryClient);
  const choices = volumeChoices(storage.volumes, isDisabled ? undefined : users.data);
  const isMissing = value.name === '' && !isDisabled && !users.isFetching;
  const proposed = isMissing ? proposedChoice(choices) : undefined;
  useEffect(() => {
    if (proposed) {
      onChange(proposed);
    }
  });
  return { choices, isLoading: users.isLoading };
};

type VolumeSelectProps = ExistingVolumeFormProps & { choices: VolumeChoice[]; isLoading: boolean };

const VolumeSelect = (props: VolumeSelectProps): ReactElement => {
  const { value, choices, isLoading, onChange } = props;
  const id = useId();
  const find = (name: string): VolumeChoice | undefined =>
    choices.find((volume) => volume.name === name);
  const chosen = find(value.name);
  const unlisted = value.name || (isLoading ? words.lookingForUsers : words.chooseVolume);
  return (
    <FormGroup label={words.volume} fieldId={id} isRequired>
      <FormSelect
        id={id}
        value={value.name}
        isDisabled={props.isDisabled}
        onChange={(_event, name) => {
          const volume = find(name);
          if (volume) {
            onChange(chosenVolume(volume));
          }
        }}
      >
        {chosen ? null : <FormSelectOption value={value.name} label={unlisted} />}
        {choices.map((volume) => (
          <FormSelectOption key={volume.name} value={volume.name} label={labelOf(volume)} />
        ))}
      </FormSelect>
      <AboutVolume {...props} chosen={chosen} />
    </FormGroup>
  );
};

const AboutVolume = (
  props: VolumeSelectProps & { chosen: VolumeChoice | undefined },
): ReactElement | null => {
  const { value, chosen, isLoading } = props;
  if (value.name === '') {
    return isLoading ? null : <FieldHelp>{words.noneIsFree}</FieldHelp>;
  }
  if (!chosen) {
    return <FieldHelp variant="warning">{words.volumeGone}</FieldHelp>;
  }
  // While a deployment is edited its volume is fixed, and it uses it itself.
  return props.isDisabled ? null : (
    <VolumeAdvice volume={chosen} classes={props.storage.classes} imageBytes={props.imageBytes} />
  );
};
