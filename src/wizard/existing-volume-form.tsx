import { FormGroup, FormSection, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { lazy, type ReactElement, Suspense, useId } from 'react';
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
  const chosen = find(value.name);
  const isListed = chosen !== undefined;
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
      {chosen ? (
        // While a deployment is edited its volume is fixed, and it uses it itself.
        <Suspense fallback={null}>
          {props.isDisabled ? null : <VolumeAdvice volume={chosen} />}
        </Suspense>
      ) : (
        <FieldHelp variant="warning">This volume is not in the project any more.</FieldHelp>
      )}
    </FormGroup>
  );
};

/** Loaded when an existing volume is chosen. The review page says the same, should it not come. */
const VolumeAdvice = lazy(async () => {
  try {
    return { default: (await import('./volume-advice.tsx')).VolumeAdvice };
  } catch {
    return { default: (): ReactElement => <></> };
  }
});

const labelOf = ({ name, size, isNimCache }: VolumeOption): string =>
  isNimCache ? `${name} (${size}, NIM cache)` : `${name} (${size})`;
