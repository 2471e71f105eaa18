import {
  FormGroup,
  FormSection,
  FormSelect,
  FormSelectOption,
  TextInput,
} from '@patternfly/react-core';
import { type ReactElement, useId } from 'react';
import type { RecommendedSize } from '../../catalog/recommended-size.ts';
import * as words from '../../words/storage.ts';
import { FieldHelp } from '../field-help.tsx';
import { SizeInput } from './size-input.tsx';
import { isVolumeName, type NewVolume } from './storage-field-value.ts';
import { SubPathInput } from './sub-path-input.tsx';
import { useRefusal } from './use-refusal.ts';
import type { StorageClassOption } from './volumes-query.ts';

export interface NewVolumeFormProps {
  /** The volume as it would be created. */
  value: NewVolume;
  /** For the chosen model, where the catalog knows enough. */
  recommended: RecommendedSize | undefined;
  /** What there is to choose from; the default one is marked. */
  classes: readonly StorageClassOption[];
  /** Names of volumes that the project has. */
  takenNames: readonly string[];
  /** Shown as it is. */
  isDisabled: boolean;
  /** Told of each change, also of one that is not allowed. */
  onChange: (value: NewVolume) => void;
}

/** Name, size, storage class and sub-path of a volume to create. */
export const NewVolumeForm = (props: NewVolumeFormProps): ReactElement => {
  const { value, takenNames, onChange, isDisabled } = props;
  useRefusal(value, isDisabled ? undefined : takenNames.includes(value.name), onChange);
  return (
    <FormSection>
      <NameInput {...props} />
      <SizeInput {...props} />
      <ClassSelect {...props} />
      <SubPathInput
        value={value.subPath}
        isDisabled={isDisabled}
        onChange={(subPath) => onChange({ ...value, subPath })}
      />
    </FormSection>
  );
};

const NameInput = ({
  value,
  takenNames,
  isDisabled,
  onChange,
}: NewVolumeFormProps): ReactElement => {
  const id = useId();
  const problem = nameProblem(value.name, takenNames);
  return (
    <FormGroup label={words.volumeName} fieldId={id}>
      <TextInput
        id={id}
        aria-describedby={`${id}-help`}
        value={value.name}
        isDisabled={isDisabled}
        validated={problem ? 'error' : 'default'}
        onChange={(_event, name) => onChange({ ...value, name })}
      />
      <FieldHelp id={`${id}-help`} variant={problem ? 'error' : undefined}>
        {problem ?? words.nameIsOptional}
      </FieldHelp>
    </FormGroup>
  );
};

const nameProblem = (name: string, taken: readonly string[]): string | undefined => {
  if (name !== '' && !isVolumeName(name)) {
    return words.nameNotAllowed;
  }
  return taken.includes(name) ? words.nameTaken : undefined;
};

const ClassSelect = ({
  value,
  classes,
  takenNames,
  isDisabled,
  onChange,
}: NewVolumeFormProps): ReactElement => {
  const id = useId();
  const isNone = classes.length === 0;
  return (
    <FormGroup label={words.storageClass} fieldId={id} isRequired>
      <FormSelect
        id={id}
        value={value.storageClass}
        isDisabled={isDisabled || isNone}
        validated={isNone ? 'error' : 'default'}
        {...(isNone ? { 'aria-describedby': `${id}-help` } : {})}
        onChange={(_event, storageClass) => onChange({ ...value, storageClass })}
      >
        {isNone ? <FormSelectOption value="" label={words.noClassToChoose} isPlaceholder /> : null}
        {classes.map(({ name, displayName, isDefault }) => (
          <FormSelectOption
            key={name}
            value={name}
            label={isDefault ? words.defaultClass(displayName) : displayName}
          />
        ))}
      </FormSelect>
      {isNone ? (
        <FieldHelp id={`${id}-help`} variant="error">
          {words.noClass(takenNames.length > 0)}
        </FieldHelp>
      ) : null}
    </FormGroup>
  );
};
