import {
  Button,
  HelperText,
  HelperTextItem,
  Skeleton,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import type { ReactElement } from 'react';
import type { Problem, ProblemField } from '../../submit/checks/problem.ts';
import * as words from '../../words/review-page.ts';
import { checkAgain } from '../../words/again.ts';
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
          <Skeleton screenreaderText={words.checking} />
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

const Found = ({ problems, notSeen }: Findings): ReactElement => (
  <>
    {problems.length === 0 ? <StackItem>{words.noProblem}</StackItem> : null}
    {problems.map((problem) => (
      <StackItem key={`${problem.field} ${problem.title} ${problem.body}`}>
        <ProblemAlert problem={problem} page={pages[problem.field]} />
      </StackItem>
    ))}
    {notSeen.length === 0 ? null : <NotChecked what={notSeen} />}
  </>
);

const pages: Readonly<Partial<Record<ProblemField, string>>> = words.pages;

const NotChecked = ({ what }: { what: readonly string[] }): ReactElement => (
  <StackItem>
    <HelperText>
      <HelperTextItem>{words.notLookedAt(what)}</HelperTextItem>
    </HelperText>
  </StackItem>
);
