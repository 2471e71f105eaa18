import { AlertActionLink, FormGroup } from '@patternfly/react-core';
import { type ReactElement, type ReactNode, useId } from 'react';
import { tryAgain } from '../words/again.ts';
import { FieldAlert } from './field-alert.tsx';
import { FieldPlaceholder } from './field-placeholder.tsx';
import type { Loaded, Retry } from './use-external-data.ts';

/**
 * A field that needs something loaded: a placeholder until it is there, what went wrong with a way to
 * try again, or the field itself.
 */
export const WhenLoaded = <Value,>(props: {
  /** What is loaded, with a way to try again. */
  external: Loaded<{ value?: Value } & Retry>;
  /** The field's label, shown also while it loads and where it did not come. */
  label: string;
  /** Said to who does not see the placeholder. */
  loadingText: string;
  /** What stands below the field's first line, in about its size, so that nothing jumps. */
  placeholder?: ReactNode;
  /** What could not be loaded; the reason stands below. */
  errorTitle: string;
  /** The field, once there is a value. */
  children: (value: Value) => ReactNode;
}): ReactElement => {
  const { external } = props;
  const id = useId();
  if (external.loadError) {
    return (
      <FormGroup label={props.label} role="group" fieldId={id} isRequired>
        <FieldAlert
          variant="danger"
          title={props.errorTitle}
          actionLinks={<AlertActionLink onClick={external.data.retry}>{tryAgain}</AlertActionLink>}
        >
          {external.loadError.message}
        </FieldAlert>
      </FormGroup>
    );
  }
  return external.loaded && external.data.value !== undefined ? (
    <>{props.children(external.data.value)}</>
  ) : (
    <FieldPlaceholder label={props.label} loadingText={props.loadingText}>
      {props.placeholder}
    </FieldPlaceholder>
  );
};
