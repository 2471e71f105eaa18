import { FormGroup, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { type ReactElement, useId } from 'react';
import * as words from '../../words/model-choice.ts';
import { FieldHelp } from '../field-help.tsx';
import type { Protocol } from './model-field-value.ts';

/** How the model is called; it decides from which template its serving runtime is made. */
export const ProtocolSelect = (props: {
  value: Protocol;
  isDisabled: boolean;
  onChange: (protocol: Protocol) => void;
}): ReactElement => {
  const id = useId();
  return (
    <FormGroup label={words.protocol} fieldId={id} isRequired>
      <FormSelect
        id={id}
        value={props.value}
        isDisabled={props.isDisabled}
        onChange={(_event, value) => props.onChange(value === 'grpc' ? 'grpc' : 'http')}
      >
        <FormSelectOption value="http" label={words.protocols.http} />
        <FormSelectOption value="grpc" label={words.protocols.grpc} />
      </FormSelect>
      <FieldHelp>{words.whichProtocol[props.value]}</FieldHelp>
    </FormGroup>
  );
};
