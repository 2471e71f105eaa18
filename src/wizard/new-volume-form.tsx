import {
  Flex,
  FlexItem,
  FormGroup,
  FormSection,
  FormSelect,
  FormSelectOption,
  NumberInput,
  TextInput,
} from '@patternfly/react-core';
import { type ReactElement, useId } from 'react';
import type { RecommendedSize } from '../catalog/recommended-size.ts';
import { FieldHelp } from './field-help.tsx';
import { isVolumeName, type NewVolume, SMALL_SIZE_GI, sizeUnits } from './storage-field-value.ts';
import { SubPathInput } from './sub-path-input.tsx';
import type { StorageClassOption } from './volumes-query.ts';

interface NewVolumeFormProps {
  value: NewVolume;
  /** For the chosen model, where the catalog knows enough. */
  recommended: RecommendedSize | undefined;
  classes: readonly StorageClassOption[];
  /** Names of volumes that the project has. */
  takenNames: readonly string[];
  isDisabled: boolean;
  onChange: (value: NewVolume) => void;
}

/** Name, size, storage class and sub-path of a volume to create. */
export const NewVolumeForm = (props: NewVolumeFormProps): ReactElement => {
  const { value, onChange, isDisabled } = props;
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
    <FormGroup label="Volume name" fieldId={id}>
      <TextInput
        id={id}
        aria-describedby={`${id}-help`}
        value={value.name}
        isDisabled={isDisabled}
        validated={problem === undefined ? 'default' : 'error'}
        onChange={(_event, name) => onChange({ ...value, name })}
      />
      {problem === undefined ? (
        <FieldHelp id={`${id}-help`}>
          Leave it empty to name the volume after the deployment.
        </FieldHelp>
      ) : (
        <FieldHelp id={`${id}-help`} variant="error">
          {problem}
        </FieldHelp>
      )}
    </FormGroup>
  );
};

const nameProblem = (name: string, taken: readonly string[]): string | undefined => {
  if (name !== '' && !isVolumeName(name)) {
    return 'Use lower-case letters, digits, dashes and dots; begin and end with a letter or digit.';
  }
  return taken.includes(name)
    ? 'This project has a volume of that name. Choose another name, or use the existing volume.'
    : undefined;
};

const SizeInput = (props: NewVolumeFormProps): ReactElement => {
  const { value, isDisabled, onChange } = props;
  const id = useId();
  const setSize = (size: number): void => onChange({ ...value, size: Math.max(1, size) });
  return (
    <FormGroup label="Size" fieldId={id} isRequired>
      <Flex columnGap={{ default: 'columnGapSm' }} rowGap={{ default: 'rowGapSm' }}>
        <FlexItem>
          <NumberInput
            value={value.size}
            min={1}
            isDisabled={isDisabled}
            inputProps={{ id }}
            inputAriaLabel="Size"
            minusBtnAriaLabel="Less"
            plusBtnAriaLabel="More"
            onMinus={() => setSize(value.size - 1)}
            onPlus={() => setSize(value.size + 1)}
            onChange={(event) => setSize(Math.floor(Number(event.currentTarget.value)) || 1)}
          />
        </FlexItem>
        <FlexItem>
          <UnitSelect {...props} />
        </FlexItem>
      </Flex>
      <SizeHelp {...props} />
    </FormGroup>
  );
};

const UnitSelect = ({ value, isDisabled, onChange }: NewVolumeFormProps): ReactElement => (
  <FormSelect
    aria-label="Unit of the size"
    value={value.unit}
    isDisabled={isDisabled}
    onChange={(_event, unit) =>
      onChange({ ...value, unit: sizeUnits.find((one) => one === unit) ?? 'Gi' })
    }
  >
    {sizeUnits.map((unit) => (
      <FormSelectOption key={unit} value={unit} label={`${unit}B`} />
    ))}
  </FormSelect>
);

const SizeHelp = ({ value, recommended }: NewVolumeFormProps): ReactElement => {
  const gi = value.unit === 'Ti' ? value.size * 1024 : value.size;
  const isSmall = gi < (recommended?.gi ?? SMALL_SIZE_GI);
  const advice = recommended
    ? `For this model ${recommended.gi} GiB or more are recommended: ${recommended.why}.`
    : isSmall
      ? `Most models need ${SMALL_SIZE_GI} GiB or more.`
      : "Room for the model's files; 30 to 200 GiB are usual.";
  return isSmall ? (
    <FieldHelp variant="warning">
      {advice} A volume that is too small fails at the first start.
    </FieldHelp>
  ) : (
    <FieldHelp>{advice}</FieldHelp>
  );
};

const ClassSelect = ({
  value,
  classes,
  isDisabled,
  onChange,
}: NewVolumeFormProps): ReactElement => {
  const id = useId();
  return (
    <FormGroup label="Storage class" fieldId={id} isRequired>
      <FormSelect
        id={id}
        value={value.storageClass}
        isDisabled={isDisabled || classes.length === 0}
        onChange={(_event, storageClass) => onChange({ ...value, storageClass })}
      >
        {classes.map(({ name, displayName, isDefault }) => (
          <FormSelectOption
            key={name}
            value={name}
            label={isDefault ? `${displayName} (default)` : displayName}
          />
        ))}
      </FormSelect>
      {classes.length === 0 ? (
        <FieldHelp variant="error">
          This cluster has no storage class. Ask an administrator, or use an existing volume.
        </FieldHelp>
      ) : null}
    </FormGroup>
  );
};
