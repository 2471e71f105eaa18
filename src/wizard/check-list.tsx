import { Button, HelperText, HelperTextItem, Stack, StackItem } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import type { Problem, ProblemField } from '../submit/checks/problem.ts';
import { FieldAlert } from './field-alert.tsx';

/** What the checks found, with where it can be changed. */
export const CheckList = (props: {
  problems: readonly Problem[];
  /** What could not be looked at, in words. */
  notSeen: readonly string[];
  onCheckAgain: () => void;
}): ReactElement => {
  const { problems, notSeen, onCheckAgain } = props;
  return (
    <Stack hasGutter>
      {problems.every(({ severity }) => severity === 'advises') ? (
        <StackItem>No problem was found.</StackItem>
      ) : null}
      {problems.map((problem) => (
        <StackItem key={`${problem.field} ${problem.title} ${problem.body}`}>
          <ProblemAlert {...problem} />
        </StackItem>
      ))}
      {notSeen.length === 0 ? null : <NotChecked what={notSeen} />}
      <StackItem>
        <Button variant="link" isInline onClick={onCheckAgain}>
          Check again
        </Button>
      </StackItem>
    </Stack>
  );
};

const ProblemAlert = ({ field, severity, title, body }: Problem): ReactElement => {
  const page = PAGES[field];
  return (
    <FieldAlert variant={VARIANTS[severity]} title={`${title}.`}>
      {body}
      {page === undefined ? '' : ` It is chosen on "${page}".`}
    </FieldAlert>
  );
};

const VARIANTS = { stops: 'danger', warns: 'warning', advises: 'info' } as const;

const NotChecked = ({ what }: { what: readonly string[] }): ReactElement => (
  <StackItem>
    <HelperText>
      <HelperTextItem>
        Not checked, since you may not see it or it did not come:{' '}
        {new Intl.ListFormat('en').format(what)}.
      </HelperTextItem>
    </HelperText>
  </StackItem>
);

/** The wizard's pages, by what is chosen there; a body that names its page says it by itself. */
const PAGES: Readonly<Partial<Record<ProblemField, string>>> = {
  storage: 'Model details',
  name: 'Model deployment',
  hardware: 'Model deployment',
  replicas: 'Model deployment',
  tokens: 'Advanced settings',
  arguments: 'Advanced settings',
  environment: 'Advanced settings',
};
