import { AlertActionLink, Spinner } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { canChange, describePull } from '../../apiKey/describe-pull.ts';
import * as words from '../../words/model-choice.ts';
import { checkAgain } from '../../words/again.ts';
import { FieldAlert } from '../field-alert.tsx';
import { useIsWaiting } from '../use-now.ts';
import type { PullCheck } from './use-model-data.ts';

/** Whether the key may pull the chosen image: said beside the choice, and never in its way. */
export const PullAdvice = ({ pull }: { pull: PullCheck }): ReactElement => {
  const text = pull.status === 'answered' ? describePull(pull.answer) : undefined;
  const isWaiting = useIsWaiting(text?.wait?.until);
  if (pull.status === 'asking' || !text) {
    return (
      <FieldAlert
        variant="info"
        isPlain
        isLiveRegion
        title={words.checkingPull}
        customIcon={<Spinner isInline aria-hidden />}
      />
    );
  }
  const { severity, title, body, wait } = text;
  return (
    <FieldAlert
      variant={severity}
      isPlain
      isLiveRegion
      title={title}
      wait={wait}
      actionLinks={
        canChange(pull.answer) ? (
          <AlertActionLink onClick={pull.again} isAriaDisabled={isWaiting}>
            {checkAgain}
          </AlertActionLink>
        ) : undefined
      }
    >
      {body}
    </FieldAlert>
  );
};
