import { AlertActionLink } from '@patternfly/react-core';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { describeLeftOvers } from '../submit/describe/describe-left-overs.ts';
import { FieldAlert } from './field-alert.tsx';
import { type Removal, useLeftOvers } from './use-left-overs.ts';

/** What a submission that did not come to its end has left in the project, and a way to remove it. */
export const LeftOvers = (props: {
  project: string;
  onRemoved: (hasSecrets: boolean) => void;
}): ReactElement | null => {
  const { leftOvers, removal, remove } = useLeftOvers(props.project, props.onRemoved);
  if (removal.status === 'done' || removal.status === 'failed') {
    return <Removed removal={removal} />;
  }
  if (leftOvers.length === 0) {
    return null;
  }
  const isRunning = removal.status === 'running';
  return (
    <FieldAlert
      className="pf-v6-u-mb-sm"
      variant="warning"
      title="An earlier deployment in this project was not finished"
      actionLinks={
        <AlertActionLink onClick={remove} isLoading={isRunning} isAriaDisabled={isRunning}>
          Remove them
        </AlertActionLink>
      }
    >
      {describeLeftOvers(leftOvers)}
    </FieldAlert>
  );
};

const Removed = ({ removal }: { removal: Removal }): ReactElement => (
  <Focused>
    {removal.status === 'failed' ? (
      <FieldAlert
        className="pf-v6-u-mb-sm"
        variant="danger"
        title="Not everything could be removed"
      >
        {removal.message}
      </FieldAlert>
    ) : (
      <FieldAlert
        className="pf-v6-u-mb-sm"
        variant="success"
        title="What an earlier deployment has left was removed"
      />
    )}
  </Focused>
);

/** The button that had the focus is gone: what stands in its place gets it, and so is read, unless it has moved on. */
const Focused = ({ children }: { children: ReactNode }): ReactElement => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) {
      place.current?.focus();
    }
  }, []);
  return (
    <div ref={place} tabIndex={-1}>
      {children}
    </div>
  );
};
