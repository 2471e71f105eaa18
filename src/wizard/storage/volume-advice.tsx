import type { ReactElement } from 'react';
import type { Problem } from '../../submit/checks/problem.ts';
import * as words from '../../words/existing-volume.ts';
import { FieldHelp } from '../field-help.tsx';

/** What is known to be wrong with a volume that was chosen. */
export const VolumeAdvice = (props: { problems: readonly Problem[] }): ReactElement => (
  <>
    {props.problems.map(({ severity, title, body }) => (
      <FieldHelp key={title} variant={severity === 'stops' ? 'error' : 'warning'}>
        {words.problem(title, body)}
      </FieldHelp>
    ))}
  </>
);
