import { ModalHeader } from '@patternfly/react-core';
import type { ReactElement } from 'react';

/**
 * The head of a modal, from which it has its name. PatternFly cuts a title that is longer than a line;
 * this one goes on in the next.
 */
export const ModalHead = (props: {
  /** What the modal is labelled by. */
  id: string;
  title: string;
  /** What is done cannot be undone. */
  isWarning?: boolean;
}): ReactElement => (
  <ModalHeader
    labelId={props.id}
    title={<span className="pf-v6-u-text-wrap pf-v6-u-text-break-word">{props.title}</span>}
    {...(props.isWarning ? { titleIconVariant: 'warning' } : {})}
  />
);
