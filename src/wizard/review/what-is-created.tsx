import {
  AlertActionLink,
  CodeBlock,
  CodeBlockAction,
  CodeBlockCode,
  ExpandableSection,
  Skeleton,
} from '@patternfly/react-core';
import type { ReactElement } from 'react';
import type { PreviewedObject } from '../../submit/preview/preview-objects.ts';
import * as words from '../../words/review-page.ts';
import { tryAgain } from '../../words/again.ts';
import { CopyButton } from '../copy-button.tsx';
import { FieldAlert } from '../field-alert.tsx';
import { type Preview, usePreview } from './use-preview.ts';

/** The YAML of every object that will be created. Nothing is loaded before a person opens it. */
export const WhatIsCreated = (props: {
  /** Makes the objects; asked each time that the YAML is opened. */
  readObjects: () => Promise<PreviewedObject[]>;
}): ReactElement => {
  const { preview, open, close } = usePreview(props.readObjects);
  const isOpen = preview.status !== 'closed';
  return (
    <ExpandableSection
      toggleText={isOpen ? words.hideYaml : words.showYaml}
      isExpanded={isOpen}
      onToggle={(_event, opens) => (opens ? open() : close())}
    >
      <Opened preview={preview} onRetry={open} />
    </ExpandableSection>
  );
};

const Opened = (props: { preview: Preview; onRetry: () => void }): ReactElement | null => {
  const { preview, onRetry } = props;
  switch (preview.status) {
    case 'closed':
      return null;
    case 'loading':
      return <Skeleton screenreaderText={words.loadingYaml} />;
    case 'failed':
      return (
        <FieldAlert
          variant="warning"
          title={words.cannotBeShown}
          actionLinks={<AlertActionLink onClick={onRetry}>{tryAgain}</AlertActionLink>}
        >
          {preview.message}
        </FieldAlert>
      );
    case 'shown':
      return <Yaml text={preview.text} />;
  }
};

/** The last line is cut in half: more follows. Who has no mouse scrolls it, too. */
const Yaml = ({ text }: { text: string }): ReactElement => (
  <CodeBlock
    actions={
      <CodeBlockAction>
        <CopyButton text={text} />
      </CodeBlockAction>
    }
  >
    <CodeBlockCode
      role="region"
      aria-label={words.yamlOfCreated}
      tabIndex={0}
      style={{ maxBlockSize: '24.5lh', overflowY: 'auto' }}
    >
      {text}
    </CodeBlockCode>
  </CodeBlock>
);
