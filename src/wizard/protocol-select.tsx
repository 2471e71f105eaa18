import { FormGroup, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { type ReactElement, useId } from 'react';
import { FieldHelp } from './field-help.tsx';
import type { Protocol } from './model-field-value.ts';

/** How the model is called; it decides from which template its serving runtime is made. */
export const ProtocolSelect = (props: {
  value: Protocol;
  isDisabled: boolean;
  onChange: (protocol: Protocol) => void;
}): ReactElement => {
  const id = useId();
  return (
    <FormGroup label="Protocol" fieldId={id} isRequired>
      <FormSelect
        id={id}
        value={props.value}
        isDisabled={props.isDisabled}
        onChange={(_event, value) => props.onChange(value === 'grpc' ? 'grpc' : 'http')}
      >
        <FormSelectOption value="http" label="HTTP" />
        <FormSelectOption value="grpc" label="gRPC" />
      </FormSelect>
      <FieldHelp>
        {props.value === 'grpc'
          ? 'Only for models that are called by gRPC, as those for speech are. Others do not answer then.'
          : 'Most models are called by HTTP.'}
      </FieldHelp>
    </FormGroup>
  );
};
