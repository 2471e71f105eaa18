import { expect, fn, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { type PreviewedObject, previewObjects } from '../src/submit/preview/preview-objects.ts';
import { LoadProblem } from '../src/wizard/load-problem.ts';
import { WhatIsCreated } from '../src/wizard/review/what-is-created.tsx';
import { testKeys } from '../test/embedded/nvidia/test-keys.ts';
import { clipboardThat } from './host/clipboard.ts';
import { see } from './host/page-queries.ts';
import { deployedWith, keySecretsOf, volume } from './network/objects.ts';

const [runtime, inferenceService] = deployedWith('my-model', 'My model');
const deployment = { runtime, inferenceService };
const cache = volume('nim-my-model', '100Gi', '');

const objects: PreviewedObject[] = previewObjects({
  keyWrites: keySecretsOf(testKeys.valid.key).map((secret) => ({ secret })),
  volume: cache,
  ...deployment,
});

/** On the review page: the YAML of what "Deploy model" makes, without the key. */
const meta = preview.meta({
  title: 'Review/What will be created',
  component: WhatIsCreated,
  args: { readObjects: fn(async () => objects) },
});

const button = (name: string): Promise<HTMLElement> => screen.findByRole('button', { name });
const yaml = (): Promise<HTMLElement> =>
  screen.findByRole('region', { name: 'YAML of what will be created' });

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
    await expect(text).toHaveTextContent(/^# What "Deploy model" makes in nim-demo/);
    await expect(text).toHaveTextContent(/kind: InferenceService/);
    await expect(text).toHaveTextContent(/NGC_API_KEY: <your NVIDIA API key>/);
    await userEvent.click(await button('Hide YAML'));
    await button('Show YAML');
    await expect(screen.queryByRole('region', { name: 'YAML of what will be created' })).toBeNull();
    await userEvent.click(await button('Show YAML'));
    await yaml();
  },
});

/** All of it is there by keyboard: the last line, too. */
export const Scrolled = meta.story({
  play: async ({ userEvent }) => {
    await userEvent.click(await button('Show YAML'));
    const text = await yaml();
    await expect(text.scrollHeight).toBeGreaterThan(text.clientHeight);
    await expect(text.scrollWidth).toBe(text.clientWidth);
    text.focus();
    await expect(text).toHaveFocus();
    text.scrollTop = text.scrollHeight;
  },
});

export const Loading = meta.story({
  args: { readObjects: fn(() => new Promise<never>(() => undefined)) },
  play: async ({ userEvent }) => {
    await userEvent.click(await button('Show YAML'));
    await expect(await screen.findByText('Loading the YAML')).toBeInTheDocument();
  },
});

export const Copied = meta.story({
  beforeEach: clipboardThat(async () => undefined),
  play: async ({ userEvent }) => {
    await userEvent.click(await button('Show YAML'));
    const text = await yaml();
    await userEvent.click(await button('Copy'));
    await button('Copied');
    await expect(screen.getByRole('status')).toHaveTextContent('The text is in the clipboard.');
    await expect(navigator.clipboard.writeText).toHaveBeenCalledWith(text.textContent);
  },
});

export const CopyingNotAllowed = meta.story({
  beforeEach: clipboardThat(() => Promise.reject(new Error('not allowed'))),
  play: async ({ userEvent }) => {
    await userEvent.click(await button('Show YAML'));
    await userEvent.click(await button('Copy'));
    await see('The browser does not let this page copy. Select the text, and copy it yourself.');
  },
});

const failing = fn(async () => {
  throw new LoadProblem('The cluster did not answer when asked for the template.');
});

export const Failed = meta.story({
  args: { readObjects: failing },
  play: async ({ userEvent }) => {
    await userEvent.click(await button('Show YAML'));
    await see('What will be created cannot be shown');
    await see('The cluster did not answer when asked for the template.');
    await userEvent.click(await button('Try again'));
    await see('What will be created cannot be shown');
    await expect(failing).toHaveBeenCalledTimes(2);
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

/** Without internet there is no key, and so no Secret. */
export const Disconnected = meta.story({
  args: {
    readObjects: fn(async () => previewObjects({ keyWrites: [], volume: cache, ...deployment })),
  },
  play: async ({ userEvent }) => {
    await userEvent.click(await button('Show YAML'));
    await expect(await yaml()).not.toHaveTextContent(/kind: Secret/);
  },
});

const [longRuntime, longService] = deployedWith('nim'.repeat(20), 'نموذج اللغة '.repeat(12));

export const LongAndRightToLeft = meta.story({
  args: {
    readObjects: fn(async () =>
      previewObjects({
        keyWrites: [],
        volume: volume('nim-'.repeat(40), '100Gi', ''),
        runtime: longRuntime,
        inferenceService: longService,
      }),
    ),
  },
  globals: { viewport: { value: 'narrow' } },
  play: async ({ userEvent }) => {
    await userEvent.click(await button('Show YAML'));
    const text = await yaml();
    await expect(text).toHaveTextContent(/نموذج اللغة/);
    await expect(text.scrollWidth).toBe(text.clientWidth);
  },
});

export const OnAPhoneInTheDark = meta.story({
  globals: { theme: 'dark', viewport: { value: 'phone' } },
  play: async ({ userEvent }) => {
    await userEvent.click(await button('Show YAML'));
    const text = await yaml();
    await expect(text.scrollWidth).toBe(text.clientWidth);
  },
});
