import { AlertActionLink } from '@patternfly/react-core';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { describeLeftOvers, describeLoss } from '../../submit/describe/describe-left-overs.ts';
import { describeUnfinished } from '../../submit/unfinished-deployments.ts';
import * as words from '../../words/left-overs.ts';
import { FieldAlert } from '../field-alert.tsx';
import { NotRemoved } from './not-removed.tsx';
import { type LeftOversOfProject, useLeftOvers } from './use-left-overs.ts';

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
  <FieldAlert
    className="pf-v6-u-mb-sm"
    variant="warning"
    title={words.cannotBeCalled(deployments.length)}
  >
    {deployments.map((deployment) => (
      <p key={deployment.name}>{describeUnfinished(deployment)}</p>
    ))}
  </FieldAlert>
);

const Removable = (found: LeftOversOfProject): ReactElement | null => {
  const { leftOvers, removal } = found;
  const loss = describeLoss(leftOvers);
  const isRunning = removal.status === 'running';
  if ('shown' in removal && removal.problem) {
    return (
      <Focused key="problem">
        <NotRemoved problem={removal.problem} isRunning={isRunning} onAgain={found.remove} />
      </Focused>
    );
  }
  if (removal.status === 'done') {
    return (
      <Focused key="done">
        <FieldAlert className="pf-v6-u-mb-sm" variant="success" title={words.allRemoved} />
      </Focused>
    );
  }
  if (leftOvers.length === 0) {
    return null;
  }
  return loss !== undefined && (removal.status === 'asked' || isRunning) ? (
    <Focused key="asked">
      <Question {...found} loss={loss} />
    </Focused>
  ) : (
    <Focused key="found" isWanted={removal.status === 'kept'}>
      <Found {...found} onRemove={loss === undefined ? found.remove : found.ask} />
    </Focused>
  );
};

const Found = (props: LeftOversOfProject & { onRemove: () => void }): ReactElement => {
  const { leftOvers, mayRemove, removal } = props;
  const isRunning = removal.status === 'running';
  return (
    <FieldAlert
      className="pf-v6-u-mb-sm"
      variant="warning"
      title={words.notFinished}
      actionLinks={
        mayRemove ? (
          <AlertActionLink
            onClick={props.onRemove}
            isLoading={isRunning}
            isAriaDisabled={isRunning}
          >
            {words.remove(leftOvers.length)}
          </AlertActionLink>
        ) : undefined
      }
    >
      {describeLeftOvers(leftOvers)} {mayRemove ? null : words.askForRemoval}
    </FieldAlert>
  );
};

/** A second click at the same place keeps them. */
const Question = (props: LeftOversOfProject & { loss: string }): ReactElement => {
  const { leftOvers, keep, remove, removal } = props;
  const isRunning = removal.status === 'running';
  return (
    <FieldAlert
      className="pf-v6-u-mb-sm"
      variant="danger"
      title={words.isToBeRemoved}
      actionLinks={
        <>
          <AlertActionLink onClick={keep} isAriaDisabled={isRunning}>
            {words.keep(leftOvers.length)}
          </AlertActionLink>
          <AlertActionLink
            onClick={remove}
            isDanger
            isLoading={isRunning}
            isAriaDisabled={isRunning}
          >
            {words.remove(leftOvers.length)}
          </AlertActionLink>
        </>
      }
    >
      {describeLeftOvers(leftOvers)} {props.loss}
    </FieldAlert>
  );
};

/** The button that had the focus is gone: what stands in its place gets it, and so is read, unless it has moved on. */
const Focused = (props: { isWanted?: boolean; children: ReactNode }): ReactElement => {
  const { isWanted = true } = props;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isWanted && document.activeElement === document.body) {
      place.current?.focus();
    }
  }, [isWanted]);
  return (
    <div ref={place} tabIndex={-1}>
      {props.children}
    </div>
  );
};
