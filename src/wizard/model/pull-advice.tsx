import { AlertActionLink } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { canChange, describePull } from '../../apiKey/describe-pull.ts';
import * as words from '../../words/model-choice.ts';
import { checkAgain } from '../../words/again.ts';
import { FieldAlert } from '../field-alert.tsx';
import type { PullCheck } from './use-model-data.ts';

/** Whether the key may pull the chosen image: said beside the choice, and never in its way. */
export const PullAdvice = ({ pull }: { pull: PullCheck }): ReactElement => {
  if (pull.status === 'asking') {
    return <FieldAlert variant="info" isPlain isLiveRegion title={words.checkingPull} />;
  }
  const { severity, title, body, wait } = describePull(pull.answer);
  return (
    <FieldAlert
      variant={severity}
      isPlain
      isLiveRegion
      title={title}
      wait={wait}
      actionLinks={
        canChange(pull.answer) ? (
          <AlertActionLink onClick={pull.again}>{checkAgain}</AlertActionLink>
        ) : undefined
      }
    >
      {pull.answer.status === 'can-pull' ? null : body}
    </FieldAlert>
  );
};
