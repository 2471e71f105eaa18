import { type ReactElement, useState } from 'react';
import type { EnteredKeyReference, KeyReference } from '../apiKey/key-reference.ts';
import type { KeyScope } from '../apiKey/key-secrets.ts';
import { EnteredKey } from './entered-key.tsx';
import { KeyForm } from './key-form.tsx';

/** A key that is to be entered, or was. */
export const KeyEntry = (props: {
  label: string;
  project: string;
  scope: KeyScope;
  isVerified: boolean;
  entered: EnteredKeyReference | undefined;
  isDisabled: boolean;
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
      project={props.project}
      scope={props.scope}
      isVerified={props.isVerified}
      isDisabled={isDisabled}
      keepsFocus={isInUse}
      onEntered={change}
    />
  );
};
