import {
  AlertActionLink,
  ExpandableSection,
  Skeleton,
  Stack,
  StackItem,
  TextArea,
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

/** In a text area one scrolls by keyboard, and "select all" selects the text alone. */
const Yaml = ({ text }: { text: string }): ReactElement => (
  <Stack hasGutter>
    <StackItem>
      <CopyButton text={text} />
    </StackItem>
    <StackItem>
      <TextArea
        aria-label={words.yamlOfCreated}
        readOnlyVariant="default"
        resizeOrientation="vertical"
        rows={20}
        spellCheck={false}
        wrap="off"
        style={{ fontFamily: 'var(--pf-t--global--font--family--mono)' }}
        value={text}
      />
    </StackItem>
  </Stack>
);
