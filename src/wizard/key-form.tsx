import {
  AlertActionLink,
  Button,
  FormGroup,
  InputGroup,
  InputGroupItem,
} from '@patternfly/react-core';
import { type ReactElement, useId } from 'react';
import { canContinue, describeAnswer } from '../apiKey/describe-answer.ts';
import type { KeyScope } from '../apiKey/key-secrets.ts';
import { PERSONAL_KEY_PAGE } from '../apiKey/key-shape.ts';
import * as words from '../words/key.ts';
import { FieldAlert } from './field-alert.tsx';
import { FieldHelp } from './field-help.tsx';
import { SecretInput } from './secret-input.tsx';
import { type KeyEntry, type KeyEntryOptions, useKeyEntry } from './use-key-entry.ts';

export interface KeyFormProps extends KeyEntryOptions {
  /** Of the input. */
  label: string;
  /** Nothing can be typed or sent. */
  isDisabled: boolean;
  /** Takes the focus when it appears: it takes the place of what a person has just used. */
  keepsFocus?: boolean;
}

/**
 * A password field for a key, and a button that verifies it. The text lives in this form until it is
 * verified, then in the vault; the wizard's state gets a reference only.
 */
export const KeyForm = (props: KeyFormProps): ReactElement => {
  const inputId = useId();
  const { reading, entry, type, enter, continueUnverified } = useKeyEntry(props);
  const isAsking = entry.status === 'asking';
  return (
    <FormGroup label={props.label} fieldId={inputId} isRequired>
      <InputGroup className="pf-v6-u-flex-wrap pf-v6-u-flex-nowrap-on-sm">
        <SecretInput
          id={inputId}
          keepsFocus={props.keepsFocus ?? false}
          describedBy={`${inputId}-help`}
          isDisabled={props.isDisabled}
          isBusy={isAsking}
          isInvalid={isWrong(entry)}
          onChange={type}
          onEnter={() => void enter()}
        />
        <InputGroupItem>
          <Button
            variant="secondary"
            isLoading={isAsking}
            isDisabled={props.isDisabled}
            isAriaDisabled={isAsking}
            onClick={() => void enter()}
          >
            {buttonOf(props)}
          </Button>
        </InputGroupItem>
      </InputGroup>
      <KeyHelp
        id={`${inputId}-help`}
        entry={entry}
        read={reading.status === 'ok' ? reading : undefined}
        button={buttonOf(props)}
        scope={props.scope}
        onContinue={() => void continueUnverified()}
      />
    </FormGroup>
  );
};

const buttonOf = ({ isVerified }: KeyFormProps): string =>
  isVerified ? words.verifyKey : words.takeKey;

const isWrong = (entry: KeyEntry): boolean =>
  entry.status === 'refused' || (entry.status === 'answered' && entry.answer.status === 'rejected');

const KeyHelp = (props: {
  id: string;
  entry: KeyEntry;
  /** What reading the text says of it; undefined while it is no key. */
  read: { hint?: string } | undefined;
  button: string;
  scope: KeyScope;
  onContinue: () => void;
}): ReactElement => {
  const { entry, id } = props;
  if (entry.status === 'refused') {
    return (
      <FieldHelp id={id} variant="error">
        {entry.message} <CreateKeyLink />
      </FieldHelp>
    );
  }
  return (
    <>
      <FieldHelp id={id}>
        {entry.status === 'asking' ? words.asking : helpFor(props)} <CreateKeyLink />
      </FieldHelp>
      {entry.status === 'answered' ? (
        <Answer answer={entry.answer} onContinue={props.onContinue} />
      ) : null}
    </>
  );
};

const helpFor = (props: {
  read: { hint?: string } | undefined;
  button: string;
  scope: KeyScope;
}): string =>
  props.read
    ? [props.read.hint ?? '', words.pressToGoOn(props.button)].join(' ').trim()
    : `${words.personalKey} ${words.storedFor[props.scope]}`;

const CreateKeyLink = (): ReactElement => (
  <a href={PERSONAL_KEY_PAGE} target="_blank" rel="noreferrer">
    {words.createKey}
  </a>
);

const Answer = (props: {
  answer: Extract<KeyEntry, { status: 'answered' }>['answer'];
  onContinue: () => void;
}): ReactElement => {
  const { severity, title, body } = describeAnswer(props.answer);
  return (
    <FieldAlert
      className="pf-v6-u-mt-sm"
      variant={severity}
      isPlain
      isLiveRegion
      title={title}
      actionLinks={
        canContinue(props.answer) ? (
          <AlertActionLink onClick={props.onContinue}>{words.continueUnverified}</AlertActionLink>
        ) : undefined
      }
    >
      {body}
    </FieldAlert>
  );
};
