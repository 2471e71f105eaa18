import {
  Flex,
  FlexItem,
  FormGroup,
  FormSelect,
  FormSelectOption,
  NumberInput,
} from '@patternfly/react-core';
import { type FocusEvent, type ReactElement, useEffect, useId, useState } from 'react';
import { LEAST_SIZE_GI, type RecommendedSize } from '../../catalog/recommended-size.ts';
import * as words from '../../words/storage.ts';
import { caretRoom } from '../caret-room.ts';
import { type HelpLine, HelpLines, markedBy } from '../help-lines.tsx';
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
  const lines = helpWith(props);
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
            validated={markedBy(lines)}
            inputProps={{ id, 'aria-describedby': `${id}-help` }}
            inputAriaLabel={words.size}
            minusBtnAriaLabel={words.less}
            plusBtnAriaLabel={words.more}
            onMinus={() => typing.step(-1)}
            onPlus={() => typing.step(1)}
            onBlur={typing.end}
            onChange={({ type, currentTarget }) => {
              // PatternFly also tells when the field is left.
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
      <HelpLines id={`${id}-help`} lines={lines} />
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
  /** What the field says: nothing where a person has deleted all of it. */
  shown: number | '';
  type: (text: string) => void;
  /** To the next size, or the one before. */
  step: (by: 1 | -1) => void;
  /** The field is left: PatternFly has put a 0 into an empty one. */
  end: (left: FocusEvent<HTMLInputElement>) => void;
}

/**
 * A size is typed digit by digit; nothing is put into the field before a person has ended, and what is
 * no size stays there until it is one. An empty field is none.
 */
const useTypedSize = (size: number, onSize: (size: number) => void): TypedSize => {
  const [isTyped, setTyped] = useState(false);
  const shown = size === 0 && !isTyped ? '' : size;
  return {
    shown,
    type: (text) => {
      setTyped(text !== '');
      onSize(Number(text));
    },
    step: (by) => onSize(Math.max(1, (by > 0 ? Math.floor(size) : Math.ceil(size)) + by)),
    end: ({ target }) => {
      if (shown === '') {
        target.value = '';
      }
    },
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

const helpWith = ({ value, recommended }: SizeInputProps): HelpLine[] => [
  ...wrongWith(value, recommended?.gi),
  { text: recommended ? words.recommendedSize(recommended.gi, recommended.why) : words.usualSizes },
];

/** The most that a volume can have on AWS EBS, Google Hyperdisk and Azure's Premium SSD v2 and Ultra disks. */
const LARGEST_TI = 64;

const wrongWith = ({ size, unit }: NewVolume, leastGi = LEAST_SIZE_GI): HelpLine[] => {
  if (!isVolumeSize(size)) {
    return [{ variant: 'error', text: words.sizeNotAllowed }];
  }
  const gi = unit === 'Ti' ? size * 1024 : size;
  if (gi < leastGi) {
    return [{ variant: 'warning', text: words.tooSmall }];
  }
  return gi > LARGEST_TI * 1024 ? [{ variant: 'warning', text: words.tooLarge(LARGEST_TI) }] : [];
};
