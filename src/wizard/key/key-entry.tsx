import { type ReactElement, useState } from 'react';
import type { EnteredKeyReference, KeyReference } from '../../apiKey/key-reference.ts';
import type { EnteredFor } from './enter-key.ts';
import { EnteredKey } from './entered-key.tsx';
import { KeyForm } from './key-form.tsx';

/** A key that is to be entered, or was. */
export const KeyEntry = (props: {
  label: string;
  enteredFor: EnteredFor;
  entered: EnteredKeyReference | undefined;
  isDisabled: boolean;
  /** This person may not add a key. */
  isForbidden?: boolean;
  onChange: (value: KeyReference) => void;
}): ReactElement => {
  const { entered, isDisabled } = props;
  const [isInUse, setInUse] = useState(false);
  const change = (next: KeyReference): void => {
    setInUse(true);
    props.onChange(next);
  };
  return entered ? (
    <EnteredKey
      label={props.label}
      lastFour={entered.lastFour}
      verification={entered.verification}
      isDisabled={isDisabled}
      keepsFocus={isInUse}
      onUseAnother={() => change({ kind: 'none' })}
    />
  ) : (
    <KeyForm
      label={props.label}
      {...props.enteredFor}
      isDisabled={isDisabled}
      keepsFocus={isInUse}
      isForbidden={props.isForbidden ?? false}
      onEntered={change}
    />
  );
};
