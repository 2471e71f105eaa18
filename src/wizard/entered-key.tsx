import { Button, FormGroup, InputGroup, InputGroupItem, TextInput } from '@patternfly/react-core';
import { type ReactElement, useId } from 'react';
import { FieldHelp } from './field-help.tsx';
import { useFocusKept } from './use-focus-kept.ts';

/** A key that was entered, in the shape of the form it was entered in: nothing below it moves. */
export const EnteredKey = (props: {
  lastFour: string;
  isVerified: boolean;
  isDisabled: boolean;
  keepsFocus: boolean;
  onUseAnother: () => void;
}): ReactElement => {
  const id = useId();
  const input = useFocusKept(props.keepsFocus);
  return (
    <FormGroup label="NVIDIA API key" fieldId={id} isRequired>
      <InputGroup>
        <InputGroupItem isFill>
          <TextInput
            ref={input}
            id={id}
            aria-describedby={`${id}-help`}
            readOnlyVariant="default"
            value={`Ends in ${props.lastFour}`}
          />
        </InputGroupItem>
        <InputGroupItem>
          <Button variant="secondary" onClick={props.onUseAnother} isDisabled={props.isDisabled}>
            Use another key
          </Button>
        </InputGroupItem>
      </InputGroup>
      <FieldHelp id={`${id}-help`} variant={props.isVerified ? 'success' : 'warning'}>
        {props.isVerified
          ? `Verified: NVIDIA knows the key ending in ${props.lastFour}.`
          : `The key ending in ${props.lastFour} is used without verification.`}
      </FieldHelp>
    </FormGroup>
  );
};
