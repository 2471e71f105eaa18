import { Button, InputGroupItem, TextInput } from '@patternfly/react-core';
import { EyeIcon } from '@patternfly/react-icons/dist/esm/icons/eye-icon';
import { EyeSlashIcon } from '@patternfly/react-icons/dist/esm/icons/eye-slash-icon';
import { type KeyboardEvent, type ReactElement, useState } from 'react';
import * as words from '../../words/key.ts';
import { useFocusKept } from '../use-focus-kept.ts';

interface SecretInputProps {
  /** Of the input, for its label. */
  id: string;
  /** Takes the focus when it appears. */
  keepsFocus: boolean;
  /** Id of the help below it. */
  describedBy: string;
  /** Nothing can be typed, nor shown. */
  isDisabled: boolean;
  /** While something is done with the text: typing on ends that, and Enter does not begin it again. */
  isBusy: boolean;
  /** The text is no key, or NVIDIA has rejected it. */
  isInvalid: boolean;
  /** Told each text that is typed. */
  onChange: (text: string) => void;
  /** The key Enter was pressed in it. */
  onEnter: () => void;
}

/** A password field with a button that shows what was typed; Enter does what the form's button does. */
export const SecretInput = (props: SecretInputProps): ReactElement => {
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      <InputGroupItem isFill>
        <SecretText {...props} isShown={isShown && !props.isDisabled} />
      </InputGroupItem>
      {props.isDisabled ? null : (
        <InputGroupItem>
          <Button
            variant="control"
            aria-label={isShown ? words.hideKey : words.showKey}
            icon={isShown ? <EyeSlashIcon /> : <EyeIcon />}
            onClick={() => setIsShown(!isShown)}
          />
        </InputGroupItem>
      )}
    </>
  );
};

/**
 * An API key is no login: neither the browser's history and password manager (`off`, by the HTML
 * standard) nor those that people install, each by its own attribute, are to offer or keep it.
 */
const NOT_TO_BE_KEPT = {
  autoComplete: 'off',
  autoCapitalize: 'off',
  autoCorrect: 'off',
  spellCheck: false,
  'data-1p-ignore': true,
  'data-bwignore': true,
  'data-form-type': 'other',
  'data-lpignore': 'true',
};

const SecretText = (props: SecretInputProps & { isShown: boolean }): ReactElement => {
  const input = useFocusKept(props.keepsFocus);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (!props.isBusy) {
        props.onEnter();
      }
    }
  };
  return (
    <TextInput
      ref={input}
      id={props.id}
      aria-describedby={props.describedBy}
      type={props.isShown ? 'text' : 'password'}
      {...NOT_TO_BE_KEPT}
      isRequired
      isDisabled={props.isDisabled}
      validated={props.isInvalid ? 'error' : 'default'}
      onChange={(_event, text) => props.onChange(text)}
      onKeyDown={onKeyDown}
    />
  );
};
