import { FormGroup, TextInput } from '@patternfly/react-core';
import { type ReactElement, useId } from 'react';
import * as words from '../../words/storage.ts';
import { FieldHelp } from '../field-help.tsx';
import { isSubPath } from './storage-field-value.ts';

/** A folder of the volume, so that several models can share one. */
export const SubPathInput = (props: {
  value: string;
  isDisabled: boolean;
  onChange: (subPath: string) => void;
}): ReactElement => {
  const id = useId();
  const isValid = isSubPath(props.value);
  return (
    <FormGroup label={words.subPath} fieldId={id}>
      <TextInput
        id={id}
        aria-describedby={`${id}-help`}
        value={props.value}
        isDisabled={props.isDisabled}
        validated={isValid ? 'default' : 'error'}
        onChange={(_event, subPath) => props.onChange(subPath.trim())}
      />
      <FieldHelp id={`${id}-help`} variant={isValid ? undefined : 'error'}>
        {isValid ? words.whySubPath : words.subPathNotAllowed}
      </FieldHelp>
    </FormGroup>
  );
};
