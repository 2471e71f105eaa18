import { Button } from '@patternfly/react-core';
import { type ReactElement, useState } from 'react';
import * as words from '../words/copy.ts';

type Copying = 'idle' | 'copied' | 'refused';

/** Copies a text. A page without a secure connection may not, and says so. */
export const CopyButton = ({ text }: { text: string }): ReactElement => {
  const [last, setLast] = useState<{ text: string; copying: Copying }>();
  // What was said of another text is not so of this one.
  const copying = last?.text === text ? last.copying : 'idle';
  const setCopying = (outcome: Copying): void => setLast({ text, copying: outcome });
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
        {copying === 'copied' ? words.copied : words.copy}
      </Button>{' '}
      <span role="status">
        {copying === 'copied' ? (
          <span className="pf-v6-screen-reader">{words.copiedAloud}</span>
        ) : null}
        {copying === 'refused' ? words.notAllowed : null}
      </span>
    </>
  );
};
