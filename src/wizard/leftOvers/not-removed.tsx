import { AlertActionLink, CodeBlock, CodeBlockAction, CodeBlockCode } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import type { RemovalProblem } from '../../submit/describe/describe-left-overs.ts';
import * as words from '../../words/left-overs.ts';
import { tryAgain } from '../../words/again.ts';
import { CopyButton } from '../copy-button.tsx';
import { FieldAlert } from '../field-alert.tsx';

/** What could not be removed, why, and how else it can be. */
export const NotRemoved = (props: {
  problem: RemovalProblem;
  /** It is being tried again. */
  isRunning: boolean;
  onAgain: () => void;
}): ReactElement => {
  const { title, body, commands } = props.problem;
  return (
    <FieldAlert
      className="pf-v6-u-mb-sm"
      variant="danger"
      title={title}
      actionLinks={
        <AlertActionLink
          onClick={props.onAgain}
          isLoading={props.isRunning}
          isAriaDisabled={props.isRunning}
        >
          {tryAgain}
        </AlertActionLink>
      }
    >
      {body} {commands.length === 0 ? null : words.byHand(commands.length)}
      {commands.map((command) => (
        <Command key={command} text={command} />
      ))}
    </FieldAlert>
  );
};

const Command = ({ text }: { text: string }): ReactElement => (
  <CodeBlock
    className="pf-v6-u-mt-sm"
    actions={
      <CodeBlockAction>
        <CopyButton text={text} />
      </CodeBlockAction>
    }
  >
    <CodeBlockCode>{onLines(text)}</CodeBlockCode>
  </CodeBlock>
);

/** An option a line, as a shell takes it: no browser breaks it between its dashes. */
const onLines = (command: string): string => command.replaceAll(' --', ' \\\n  --');
