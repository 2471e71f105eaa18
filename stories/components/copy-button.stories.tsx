import { useState } from 'react';
import { expect, screen } from 'storybook/test';
import preview from '../../.storybook/preview.tsx';
import { CopyButton } from '../../src/wizard/copy-button.tsx';
import { clipboardThatTakesAll } from '../host/clipboard.ts';
import { see } from '../host/page-queries.ts';

/** Beside an image that another version changes. */
const meta = preview.meta({
  title: 'Components/Copy button',
  component: CopyButton,
  args: { text: 'nvcr.io/nim/meta/llama:1.0.0' },
});

/** "Copied" was said of the text that was there then. */
export const ForgetsAnotherText = meta.story({
  beforeEach: clipboardThatTakesAll,
  render: ({ text }) => <Changing first={text} />,
  play: async ({ userEvent }) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Copy' }));
    await see('Copied');
    await userEvent.click(screen.getByRole('button', { name: 'Another version' }));
    await expect(screen.queryByText('Copied')).toBeNull();
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
