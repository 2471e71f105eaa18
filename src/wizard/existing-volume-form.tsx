import { FormGroup, FormSection, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { type ReactElement, useId } from 'react';
import { FieldHelp } from './field-help.tsx';
import type { ExistingVolume } from './storage-field-value.ts';
import { SubPathInput } from './sub-path-input.tsx';
import type { VolumeOption } from './volumes-query.ts';

/** Which of the project's volumes, and where in it. */
export const ExistingVolumeForm = (props: ExistingVolumeFormProps): ReactElement => {
  const { value, onChange, isDisabled } = props;
  return (
    <FormSection>
      <VolumeSelect {...props} />
      <SubPathInput
        value={value.subPath}
        isDisabled={isDisabled}
        onChange={(subPath) => onChange({ ...value, subPath })}
      />
    </FormSection>
  );
};

interface ExistingVolumeFormProps {
  value: ExistingVolume;
  volumes: readonly VolumeOption[];
  isDisabled: boolean;
  onChange: (value: ExistingVolume) => void;
}

const VolumeSelect = (props: ExistingVolumeFormProps): ReactElement => {
  const { value, volumes, onChange } = props;
  const id = useId();
  const find = (name: string): VolumeOption | undefined =>
    volumes.find((volume) => volume.name === name);
  const isListed = find(value.name) !== undefined;
  return (
    <FormGroup label="Volume" fieldId={id} isRequired>
      <FormSelect
        id={id}
        value={value.name}
        isDisabled={props.isDisabled}
        onChange={(_event, name) =>
          onChange({ kind: 'existing', name, subPath: find(name)?.subPath ?? '' })
        }
      >
        {isListed ? null : <FormSelectOption value={value.name} label={value.name} />}
        {volumes.map((volume) => (
          <FormSelectOption key={volume.name} value={volume.name} label={labelOf(volume)} />
        ))}
      </FormSelect>
      {isListed ? null : (
        <FieldHelp variant="warning">This volume is not in the project any more.</FieldHelp>
      )}
    </FormGroup>
  );
};

const labelOf = ({ name, size, isNimCache }: VolumeOption): string =>
  isNimCache ? `${name} (${size}, NIM cache)` : `${name} (${size})`;
