import { FormGroup, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { type ReactElement, useId } from 'react';
import { orderVersions, versionKind } from '../catalog/order-versions.ts';
import { FieldHelp } from './field-help.tsx';

/** A model's versions, newest first, with the recommended one marked and the exact image below. */
export const VersionSelect = (props: {
  tags: readonly string[];
  recommended: string | undefined;
  image: string;
  value: string;
  isDisabled: boolean;
  onChange: (tag: string) => void;
}): ReactElement => {
  const id = useId();
  const versions = orderVersions(
    props.tags.includes(props.value) ? props.tags : [props.value, ...props.tags],
  );
  return (
    <FormGroup label="Version" fieldId={id} isRequired>
      <FormSelect
        id={id}
        value={props.value}
        isDisabled={props.isDisabled}
        onChange={(_event, tag) => props.onChange(tag)}
      >
        {versions.map(({ tag, kind }) => (
          <FormSelectOption
            key={tag}
            value={tag}
            label={labelOf(tag, tag === props.recommended, kind === 'moving')}
          />
        ))}
      </FormSelect>
      {versionKind(props.value) === 'moving' ? (
        <FieldHelp variant="warning">
          This tag moves: a restart may run another build. Image: {props.image}
        </FieldHelp>
      ) : (
        <FieldHelp>Image: {props.image}</FieldHelp>
      )}
    </FormGroup>
  );
};

const labelOf = (tag: string, isRecommended: boolean, isMoving: boolean): string => {
  if (isRecommended) {
    return `${tag} (recommended)`;
  }
  return isMoving ? `${tag} (moves)` : tag;
};
