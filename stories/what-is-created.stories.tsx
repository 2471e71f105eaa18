import { expect, fn, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { type PreviewedObject, previewObjects } from '../src/submit/preview/preview-objects.ts';
import { LoadProblem } from '../src/wizard/load-problem.ts';
import { WhatIsCreated } from '../src/wizard/review/what-is-created.tsx';
import { testKeys } from '../test/embedded/nvidia/test-keys.ts';
import { see } from './host/page-queries.ts';
import { deployedWith, keySecretsOf, volume } from './network/objects.ts';

const [runtime, inferenceService] = deployedWith('my-model', 'My model');

const objects: PreviewedObject[] = previewObjects({
  keyWrites: keySecretsOf(testKeys.valid.key).map((secret) => ({ secret })),
  volume: volume('nim-my-model', '100Gi', ''),
  runtime,
  inferenceService,
});

/** On the review page: the YAML of what "Deploy model" makes, without the key. */
const meta = preview.meta({
  title: 'Review/What will be created',
  component: WhatIsCreated,
  args: { readObjects: fn(async () => objects) },
});

const button = (name: string): Promise<HTMLElement> => screen.findByRole('button', { name });
const yaml = (): Promise<HTMLElement> =>
  screen.findByRole('textbox', { name: 'YAML of what will be created' });

export const Closed = meta.story({
  play: async ({ args }) => {
    await button('Show YAML');
    await expect(args.readObjects).not.toHaveBeenCalled();
  },
});

export const Opened = meta.story({
  play: async ({ userEvent }) => {
    await userEvent.click(await button('Show YAML'));
    const text = await yaml();
    await expect(text).toHaveAttribute('readonly');
    await expect(text).toHaveDisplayValue(/^# What "Deploy model" makes in nim-demo/);
    await expect(text).toHaveDisplayValue(/kind: InferenceService/);
    await expect(text).toHaveDisplayValue(/NGC_API_KEY: <your NVIDIA API key>/);
  },
});

export const ClosedAgain = meta.story({
  play: async ({ userEvent }) => {
    await userEvent.click(await button('Show YAML'));
    await yaml();
    await userEvent.click(await button('Hide YAML'));
    await button('Show YAML');
    await expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  },
});

export const Loading = meta.story({
  args: { readObjects: fn(() => new Promise<never>(() => undefined)) },
  play: async ({ userEvent }) => {
    await userEvent.click(await button('Show YAML'));
    await expect(await screen.findByText('Loading the YAML')).toBeInTheDocument();
  },
});

/** Storybook's frame may not write to the clipboard either way, so its answer is made up. */
const clipboardThat = (answer: () => Promise<void>) => (): (() => void) => {
  const { clipboard } = navigator;
  const writeText = fn(answer);
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  return () =>
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
};

export const Copied = meta.story({
  beforeEach: clipboardThat(async () => undefined),
  play: async ({ userEvent }) => {
    await userEvent.click(await button('Show YAML'));
    const text = await yaml();
    await userEvent.click(await button('Copy'));
    await see('Copied');
    await expect(navigator.clipboard.writeText).toHaveBeenCalledWith(
      (text as HTMLTextAreaElement).value,
    );
  },
});

export const CopyingNotAllowed = meta.story({
  beforeEach: clipboardThat(() => Promise.reject(new Error('not allowed'))),
  play: async ({ userEvent }) => {
    await userEvent.click(await button('Show YAML'));
    await userEvent.click(await button('Copy'));
    await see('Not allowed here: select the text and copy it');
  },
});

let failures = 0;

export const FailedThenTriedAgain = meta.story({
  beforeEach: () => {
    failures = 0;
  },
  args: {
    readObjects: fn(async () => {
      failures += 1;
      if (failures === 1) {
        throw new LoadProblem('The cluster did not answer when asked for the template.');
      }
      return objects;
    }),
  },
  play: async ({ userEvent }) => {
    await userEvent.click(await button('Show YAML'));
    await see('What will be created cannot be shown');
    await see('The cluster did not answer when asked for the template.');
    await userEvent.click(await button('Try again'));
    await yaml();
  },
});

/** Somebody installed another version of the plugin meanwhile: its files have other names. */
export const CodeCouldNotBeLoaded = meta.story({
  args: { readObjects: fn(() => Promise.reject(new TypeError('Failed to fetch'))) },
  play: async ({ userEvent }) => {
    await userEvent.click(await button('Show YAML'));
    await see(/A part of this page could not be loaded/);
  },
});

export const OnAPhoneInTheDark = meta.story({
  globals: { theme: 'dark', viewport: { value: 'phone' } },
  play: async ({ userEvent }) => {
    await userEvent.click(await button('Show YAML'));
    await yaml();
  },
});
