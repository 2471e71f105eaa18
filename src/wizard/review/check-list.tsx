import { Button, Skeleton, Stack, StackItem } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import type { Problem, ProblemField } from '../../submit/checks/problem.ts';
import * as words from '../../words/review-page.ts';
import { checkAgain } from '../../words/again.ts';
import { FieldAlert } from '../field-alert.tsx';
import { ProblemAlert } from '../problem-alert.tsx';

/** What the checks have found. */
export interface Findings {
  /** Worst first. */
  problems: readonly Problem[];
  /** What could not be looked at, in words. */
  notSeen: readonly string[];
}

/** What the checks found, with where it can be changed. */
export const CheckList = (props: {
  /** Undefined while they are looking, be it anew. */
  found: Findings | undefined;
  /** Looks at everything anew. */
  onCheckAgain: () => void;
}): ReactElement => {
  const { found, onCheckAgain } = props;
  return (
    <Stack hasGutter>
      {found ? (
        <Found {...found} />
      ) : (
        <StackItem>
          <Skeleton height={ALERT_HEIGHT} screenreaderText={words.checking} />
        </StackItem>
      )}
      <StackItem>
        {/* It stays as it is while they are looking, and so does the focus of who has pressed it. */}
        <Button variant="link" isInline onClick={() => found && onCheckAgain()}>
          {checkAgain}
        </Button>
      </StackItem>
    </Stack>
  );
};

/** Of an alert that has a title only, so that nothing jumps when nothing was found. */
const ALERT_HEIGHT =
  'calc(2 * var(--pf-t--global--spacer--md) + var(--pf-t--global--font--line-height--body) * var(--pf-t--global--font--size--body--default))';

const Found = ({ problems, notSeen }: Findings): ReactElement => (
  <>
    {problems.length === 0 && notSeen.length === 0 ? (
      <StackItem>
        <FieldAlert variant="success" title={words.noProblem} />
      </StackItem>
    ) : null}
    {problems.map((problem) => (
      <StackItem key={`${problem.field} ${problem.title} ${problem.body}`}>
        <ProblemAlert problem={problem} page={pages[problem.field]} />
      </StackItem>
    ))}
    {notSeen.length === 0 ? null : (
      <StackItem>
        <FieldAlert
          variant="info"
          title={problems.length === 0 ? words.restIsFine : words.notAllChecked}
        >
          {words.notLookedAt(notSeen)}
        </FieldAlert>
      </StackItem>
    )}
  </>
);

const pages: Readonly<Partial<Record<ProblemField, string>>> = words.pages;
