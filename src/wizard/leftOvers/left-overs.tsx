import { AlertActionLink } from '@patternfly/react-core';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { describeLeftOvers } from '../../submit/describe/describe-left-overs.ts';
import { describeUnfinished } from '../../submit/unfinished-deployments.ts';
import * as words from '../../words/left-overs.ts';
import { FieldAlert } from '../field-alert.tsx';
import { type LeftOversOfProject, type Removal, useLeftOvers } from './use-left-overs.ts';

export interface LeftOversProps {
  /** In which they are looked for. */
  project: string;
}

/** What submissions that did not come to their end have left in the project, and what to do about it. */
export const LeftOvers = ({ project }: LeftOversProps): ReactElement => {
  const found = useLeftOvers(project);
  return (
    <>
      {found.unfinished.length > 0 && <UnfinishedDeployments deployments={found.unfinished} />}
      <Removable {...found} />
    </>
  );
};

const UnfinishedDeployments = ({
  deployments,
}: Readonly<{ deployments: LeftOversOfProject['unfinished'] }>): ReactElement => (
  <FieldAlert className="pf-v6-u-mb-sm" variant="warning" title={words.cannotBeCalled}>
    {deployments.map(describeUnfinished).join(' ')}
  </FieldAlert>
);

const Removable = (found: LeftOversOfProject): ReactElement | null => {
  const { leftOvers, mayRemove, removal, remove } = found;
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
      title={words.notFinished}
      actionLinks={
        mayRemove ? (
          <AlertActionLink onClick={remove} isLoading={isRunning} isAriaDisabled={isRunning}>
            {words.removeThem}
          </AlertActionLink>
        ) : undefined
      }
    >
      {describeLeftOvers(leftOvers)} {mayRemove ? null : words.askForRemoval}
    </FieldAlert>
  );
};

const Removed = ({ removal }: { removal: Removal }): ReactElement => (
  <Focused>
    {removal.status === 'failed' ? (
      <FieldAlert className="pf-v6-u-mb-sm" variant="danger" title={words.notAllRemoved}>
        {removal.message}
      </FieldAlert>
    ) : (
      <FieldAlert className="pf-v6-u-mb-sm" variant="success" title={words.allRemoved} />
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
