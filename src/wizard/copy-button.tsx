import { Button } from '@patternfly/react-core';
import { type ReactElement, useState } from 'react';

type Copying = 'idle' | 'copied' | 'refused';

const SAID: Readonly<Record<Copying, string>> = {
  idle: '',
  copied: 'Copied',
  refused: 'Not allowed here: select the text and copy it',
};

/** Copies a text. A page without a secure connection may not, and says so. */
export const CopyButton = ({ text }: { text: string }): ReactElement => {
  const [copying, setCopying] = useState<Copying>('idle');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopying('copied');
    } catch {
      setCopying('refused');
    }
  };
  return (
    <>
      <Button variant="link" isInline onClick={() => void copy()}>
        Copy
      </Button>{' '}
      <span role="status">{SAID[copying]}</span>
    </>
  );
};
