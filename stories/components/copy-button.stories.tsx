import { HelperText, HelperTextItem } from '@patternfly/react-core';
import { useState } from 'react';
import { expect, screen } from 'storybook/test';
import preview from '../../.storybook/preview.tsx';
import { CopyButton } from '../../src/wizard/copy-button.tsx';
import { clipboardThat } from '../host/clipboard.ts';
import { see } from '../host/page-queries.ts';

/** Beside an image that another version changes. */
const meta = preview.meta({
  title: 'Components/Copy button',
  component: CopyButton,
  args: { text: 'nvcr.io/nim/meta/llama:1.0.0' },
});

/** "Copied" was said of the text that was there then. */
export const ForgetsAnotherText = meta.story({
  beforeEach: clipboardThat(async () => undefined),
  render: ({ text }) => <Changing first={text} />,
  play: async ({ userEvent }) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Copy' }));
    await screen.findByRole('button', { name: 'Copied' });
    await expect(screen.getByRole('status')).toHaveTextContent('The text is in the clipboard.');
    await userEvent.click(screen.getByRole('button', { name: 'Another version' }));
    await expect(screen.getByRole('button', { name: 'Copy' })).toBeVisible();
    await expect(screen.getByRole('status')).toBeEmptyDOMElement();
  },
});

const LONG = `nvcr.io/nim/${'a-very-long-name-of-a-model-'.repeat(8)}:1.0.0`;

/** Beside a name that can be wrapped by force only, where copying is not allowed. */
export const RefusedOnAPhoneInTheDark = meta.story({
  args: { text: LONG },
  globals: { theme: 'dark', viewport: { value: 'phone' } },
  beforeEach: clipboardThat(() => Promise.reject(new Error('not allowed'))),
  render: ({ text }) => (
    <HelperText>
      <HelperTextItem>
        {text} <CopyButton text={text} />
      </HelperTextItem>
    </HelperText>
  ),
  play: async ({ userEvent }) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Copy' }));
    await see('The browser does not let this page copy. Select the text, and copy it yourself.');
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  },
});

const Changing = ({ first }: { first: string }) => {
  const [text, setText] = useState(first);
  return (
    <p>
      {text} <CopyButton text={text} />
      <button type="button" onClick={() => setText(`${first}-rtx`)}>
        Another version
      </button>
    </p>
  );
};
