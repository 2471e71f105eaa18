import type { ReactElement } from 'react';
import type { Problem } from '../submit/checks/problem.ts';
import * as words from '../words/review-page.ts';
import { FieldAlert } from './field-alert.tsx';

/** Something that is known before anything is created, said in a form or on the review. */
export const ProblemAlert = (props: {
  problem: Problem;
  /** Where it can be changed, unless it is said there. */
  page?: string | undefined;
}): ReactElement => {
  const { severity, title, body } = props.problem;
  return (
    <FieldAlert variant={VARIANTS[severity]} title={words.problemTitle(title)}>
      {words.problemBody(body, props.page)}
    </FieldAlert>
  );
};

const VARIANTS = { stops: 'danger', warns: 'warning', advises: 'info' } as const;
