import {
  AlertActionLink,
  Button,
  FormGroup,
  InputGroup,
  InputGroupItem,
} from '@patternfly/react-core';
import { type ReactElement, useId } from 'react';
import { canContinue, describeAnswer } from '../../apiKey/describe-answer.ts';
import { PERSONAL_KEY_PAGE } from '../../apiKey/key-shape.ts';
import * as words from '../../words/key.ts';
import { FieldAlert } from '../field-alert.tsx';
import { FieldHelp } from '../field-help.tsx';
import { useIsWaiting } from '../use-now.ts';
import { SecretInput } from './secret-input.tsx';
import { type KeyEntry, type KeyEntryOptions, useKeyEntry } from './use-key-entry.ts';

export interface KeyFormProps extends KeyEntryOptions {
  /** Of the input. */
  label: string;
  /** Nothing can be typed or sent. */
  isDisabled: boolean;
  /** Takes the focus when it appears: it takes the place of what a person has just used. */
  keepsFocus?: boolean;
  /** This person may not add a key: said before anything is typed, by the words with which the service refuses it. */
  isForbidden?: boolean;
}

/**
 * A password field for a key, and a button that verifies it. The text lives in this form until it is
 * verified, then in the vault; the wizard's state gets a reference only.
 */
export const KeyForm = (props: KeyFormProps): ReactElement => {
  const inputId = useId();
  const { reading, entry, type, enter, continueUnverified } = useKeyEntry(props);
  const isAsking = entry.status === 'asking';
  const answer = answerTo(entry, props);
  const isForbidden = answer?.status === 'forbidden';
  const isBusy = useIsWaiting(answer?.status === 'too-many' ? answer.until : undefined) || isAsking;
  return (
    <FormGroup label={props.label} fieldId={inputId} isRequired>
      <InputGroup className="pf-v6-u-flex-wrap pf-v6-u-flex-nowrap-on-sm">
        <SecretInput
          id={inputId}
          keepsFocus={props.keepsFocus ?? false}
          describedBy={`${inputId}-help`}
          isDisabled={props.isDisabled || props.isForbidden === true}
          isBusy={isBusy}
          isInvalid={isWrong(entry)}
          onChange={type}
          onEnter={() => void enter()}
        />
        <EnterButton
          form={props}
          isAsking={isAsking}
          isHeldBack={isBusy || isForbidden}
          onClick={() => void enter()}
        />
      </InputGroup>
      <KeyHelp
        id={`${inputId}-help`}
        form={props}
        entry={entry}
        answer={answer}
        read={reading.status === 'ok' ? reading : undefined}
        onContinue={() => void continueUnverified()}
      />
    </FormGroup>
  );
};

const EnterButton = (props: {
  form: KeyFormProps;
  isAsking: boolean;
  /** Nothing comes of it, and who has pressed it keeps the focus. */
  isHeldBack: boolean;
  onClick: () => void;
}): ReactElement => (
  <InputGroupItem>
    <Button
      variant="secondary"
      isLoading={props.isAsking}
      isDisabled={props.form.isDisabled}
      isAriaDisabled={props.isHeldBack}
      onClick={props.onClick}
    >
      {buttonOf(props.form)}
    </Button>
  </InputGroupItem>
);

const buttonOf = ({ isVerified }: KeyFormProps): string =>
  isVerified ? words.verifyKey : words.takeKey;

const isWrong = (entry: KeyEntry): boolean =>
  entry.status === 'refused' || (entry.status === 'answered' && entry.answer.status === 'rejected');

type OtherAnswer = Extract<KeyEntry, { status: 'answered' }>['answer'];

const answerTo = (entry: KeyEntry, { isForbidden }: KeyFormProps): OtherAnswer | undefined => {
  if (entry.status === 'answered') {
    return entry.answer;
  }
  return isForbidden === true ? { status: 'forbidden', message: '' } : undefined;
};

const KeyHelp = (props: {
  id: string;
  form: KeyFormProps;
  entry: KeyEntry;
  answer: OtherAnswer | undefined;
  /** What reading the text says of it; undefined while it is no key. */
  read: { hint?: string } | undefined;
  onContinue: () => void;
}): ReactElement => {
  const { answer, entry, form, id } = props;
  return (
    <>
      {entry.status === 'refused' ? (
        <FieldHelp key="refused" id={id} variant="error">
          {entry.message} <CreateKeyLink />
        </FieldHelp>
      ) : (
        <FieldHelp key="help" id={id}>
          {entry.status === 'asking' ? busyWith(form) : helpFor(form, props.read, answer)}{' '}
          {form.isForbidden === true ? null : <CreateKeyLink />}
        </FieldHelp>
      )}
      {answer ? <Answer answer={answer} onContinue={props.onContinue} /> : null}
    </>
  );
};

const busyWith = ({ isVerified }: KeyFormProps): string =>
  isVerified ? words.asking : words.taking;

/** Once there is an answer, pressing the button is not what a person goes on by. */
const helpFor = (
  form: KeyFormProps,
  read: { hint?: string } | undefined,
  answer: OtherAnswer | undefined,
): string => {
  if (form.isForbidden === true) {
    return words.keyIsNeeded;
  }
  return read && answer === undefined
    ? [read.hint ?? '', words.pressToGoOn(buttonOf(form))].join(' ').trim()
    : `${words.personalKey} ${words.storedFor[form.scope]}`;
};

const CreateKeyLink = (): ReactElement => (
  <a href={PERSONAL_KEY_PAGE} target="_blank" rel="noreferrer">
    {words.createKey}
  </a>
);

const Answer = (props: { answer: OtherAnswer; onContinue: () => void }): ReactElement => {
  const { severity, title, body, wait } = describeAnswer(props.answer);
  return (
    <FieldAlert
      className="pf-v6-u-mt-sm"
      variant={severity}
      isPlain
      isLiveRegion
      title={title}
      wait={wait}
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
