import { Button, FormGroup, InputGroup, InputGroupItem, TextInput } from '@patternfly/react-core';
import { type ReactElement, useId } from 'react';
import type { EnteredKeyReference } from '../../apiKey/key-reference.ts';
import * as words from '../../words/key.ts';
import { FieldHelp } from '../field-help.tsx';
import { useFocusKept } from '../use-focus-kept.ts';

/** A key that was entered, in the shape of the form it was entered in: nothing below it moves. */
export const EnteredKey = (props: {
  lastFour: string;
  verification: EnteredKeyReference['verification'];
  label: string;
  isDisabled: boolean;
  keepsFocus: boolean;
  onUseAnother: () => void;
}): ReactElement => {
  const id = useId();
  const input = useFocusKept(props.keepsFocus);
  return (
    <FormGroup label={props.label} fieldId={id} isRequired>
      <InputGroup>
        <InputGroupItem isFill>
          <TextInput
            ref={input}
            id={id}
            aria-describedby={`${id}-help`}
            readOnlyVariant="default"
            value={words.endsIn(props.lastFour)}
          />
        </InputGroupItem>
        <InputGroupItem>
          <Button variant="secondary" onClick={props.onUseAnother} isDisabled={props.isDisabled}>
            {words.changeKey}
          </Button>
        </InputGroupItem>
      </InputGroup>
      <FieldHelp
        id={`${id}-help`}
        variant={props.verification === 'verified' ? 'success' : 'warning'}
      >
        {describeEntered(props)}
      </FieldHelp>
    </FormGroup>
  );
};

const describeEntered = (props: {
  lastFour: string;
  verification: EnteredKeyReference['verification'];
}): string => {
  switch (props.verification) {
    case 'verified':
      return words.verified(props.lastFour);
    case 'switched-off':
      return words.verificationSwitchedOff(props.lastFour);
    case 'could-not-tell':
      return words.couldNotTell(props.lastFour);
  }
};
