import {
  Flex,
  FlexItem,
  FormGroup,
  FormSelect,
  FormSelectOption,
  NumberInput,
} from '@patternfly/react-core';
import { type ReactElement, useEffect, useId, useState } from 'react';
import { LEAST_SIZE_GI, type RecommendedSize } from '../../catalog/recommended-size.ts';
import * as words from '../../words/storage.ts';
import { caretRoom } from '../caret-room.ts';
import { FieldHelp } from '../field-help.tsx';
import { isVolumeSize, type NewVolume, proposedSize, sizeUnits } from './storage-field-value.ts';

export interface SizeInputProps {
  /** The volume as it would be created. */
  value: NewVolume;
  /** For the chosen model, where the catalog knows enough. */
  recommended: RecommendedSize | undefined;
  /** Shown as it is. */
  isDisabled: boolean;
  /** Told of each change, also of one that is not allowed. */
  onChange: (value: NewVolume) => void;
}

/** How large the volume is to be: what the model needs until a person has entered another size. */
export const SizeInput = (props: SizeInputProps): ReactElement => {
  const { value, isDisabled, onChange } = props;
  const id = useId();
  useProposedSize(props);
  const typing = useTypedSize(value.size, (size) =>
    onChange({ ...value, size, isSizeProposed: false }),
  );
  return (
    <FormGroup label={words.size} fieldId={id} isRequired>
      <Flex columnGap={{ default: 'columnGapSm' }} rowGap={{ default: 'rowGapSm' }}>
        <FlexItem>
          <NumberInput
            value={typing.shown}
            min={1}
            isDisabled={isDisabled}
            validated={isVolumeSize(value.size) ? 'default' : 'error'}
            inputProps={{ id, 'aria-describedby': `${id}-help` }}
            inputAriaLabel={words.size}
            minusBtnAriaLabel={words.less}
            plusBtnAriaLabel={words.more}
            onMinus={() => typing.step(-1)}
            onPlus={() => typing.step(1)}
            onBlur={typing.end}
            onChange={({ type, currentTarget }) => {
              // PatternFly also tells when the field is left, and then of 0 where it is empty.
              if (type === 'change') {
                typing.type(currentTarget.value);
              }
            }}
          />
        </FlexItem>
        <FlexItem>
          <UnitSelect {...props} />
        </FlexItem>
      </Flex>
      <SizeHelp id={`${id}-help`} value={value} recommended={props.recommended} />
    </FormGroup>
  );
};

/** Whatever else was entered, a size that was not entered is the one for the model that is chosen now. */
const useProposedSize = ({ value, recommended, isDisabled, onChange }: SizeInputProps): void => {
  const proposed = proposedSize(recommended?.gi);
  const isOld = value.isSizeProposed === true && !isDisabled && value.size !== proposed.size;
  useEffect(() => {
    if (isOld) {
      onChange({ ...value, ...proposed });
    }
  });
};

interface TypedSize {
  /** What the field says: empty while a person has deleted all of it to type another. */
  shown: number | '';
  type: (text: string) => void;
  /** To the next size, or the one before. */
  step: (by: 1 | -1) => void;
  /** The field is left: PatternFly then puts a 0 into an empty one. */
  end: () => void;
}

/**
 * A size is typed digit by digit; nothing is put into the field before a person has ended, and what is
 * no size stays there until it is one. An empty field is none.
 */
const useTypedSize = (size: number, onSize: (size: number) => void): TypedSize => {
  const [isEmpty, setEmpty] = useState(false);
  return {
    shown: isEmpty && size === 0 ? '' : size,
    type: (text) => {
      setEmpty(text === '');
      onSize(Number(text));
    },
    step: (by) => onSize(Math.max(1, (by > 0 ? Math.floor(size) : Math.ceil(size)) + by)),
    end: () => setEmpty(false),
  };
};

const UnitSelect = ({ value, isDisabled, onChange }: SizeInputProps): ReactElement => (
  <FormSelect
    style={caretRoom}
    aria-label={words.unitOfSize}
    value={value.unit}
    isDisabled={isDisabled}
    onChange={(_event, unit) =>
      onChange({
        ...value,
        unit: sizeUnits.find((one) => one === unit) ?? 'Gi',
        isSizeProposed: false,
      })
    }
  >
    {sizeUnits.map((unit) => (
      <FormSelectOption key={unit} value={unit} label={words.units[unit]} />
    ))}
  </FormSelect>
);

/** The most that a volume can have on AWS EBS, Google Hyperdisk and Azure's Premium SSD v2 and Ultra disks. */
const LARGEST_TI = 64;

const SizeHelp = ({
  id,
  value: { size, unit },
  recommended,
}: Pick<SizeInputProps, 'value' | 'recommended'> & { id: string }): ReactElement => {
  if (!isVolumeSize(size)) {
    return (
      <FieldHelp id={id} variant="error">
        {words.sizeNotAllowed}
      </FieldHelp>
    );
  }
  const gi = unit === 'Ti' ? size * 1024 : size;
  const isSmall = gi < (recommended?.gi ?? LEAST_SIZE_GI);
  const advice = recommended
    ? words.recommendedSize(recommended.gi, recommended.why)
    : isSmall
      ? words.mostNeed(LEAST_SIZE_GI)
      : words.usualSizes;
  const isLarge = gi > LARGEST_TI * 1024;
  return isSmall || isLarge ? (
    <FieldHelp id={id} variant="warning">
      {advice} {isSmall ? words.tooSmall : words.tooLarge(LARGEST_TI)}
    </FieldHelp>
  ) : (
    <FieldHelp id={id}>{advice}</FieldHelp>
  );
};
