import { expect, screen, waitFor } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { CHECK_PULL_PATH } from '../src/apiKey/check-pull.ts';
import { apiKeyField } from '../src/dashboard/api-key-wizard-field.tsx';
import { modelField } from '../src/dashboard/model-wizard-field.tsx';
import { statusBody } from '../src/verifier/status-body.ts';
import { PullAdvice } from '../src/wizard/model/pull-advice.tsx';
import { testKeys } from '../test/embedded/nvidia/test-keys.ts';
import { enterKey } from './enter-key.ts';
import { nextButton, review, see, seeWait } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import { ownClock, putClockOn } from './host/story-clock.ts';
import { chooseModel } from './model-input.ts';
import { answers, neverAnswers } from './network/faults.ts';
import { connectionIsBack, network } from './network/network.ts';
import { having, storedSecrets } from './network/objects.ts';

const CHECK = `*${CHECK_PULL_PATH}`;

/** Whether the key may pull the chosen image: said at the model and on the review, in nobody's way. */
const meta = preview.meta({
  title: 'Fields/Model/May the key pull it',
  component: StoryHost,
  subcomponents: { PullAdvice },
  args: { fields: [apiKeyField, modelField], project: 'nim-demo', hasReview: true },
});

type Person = Parameters<typeof enterKey>[0] & Parameters<typeof chooseModel>[0];

const chooseWith = async (person: Person, key: string): Promise<void> => {
  await enterKey(person, key);
  await screen.findByText(/NVIDIA knows the key/);
  await chooseModel(person, 'llama-3.1-8b-instruct', /^Llama-3.1-8B-Instruct meta/);
};

const checkAgainButton = (): HTMLElement => screen.getByRole('button', { name: 'Check again' });

export const CanPull = meta.story({
  play: async ({ userEvent }) => {
    await chooseWith(userEvent, testKeys.valid.key);
    await expect(await screen.findAllByText('This key can pull this image')).not.toEqual([]);
    await expect(review()).toHaveTextContent('This key can pull this image');
    await expect(nextButton()).toBeEnabled();
  },
});

/** Nobody has to wait for it. */
export const BeingChecked = meta.story({
  beforeEach: network({ faults: [neverAnswers(CHECK)] }),
  play: async ({ userEvent }) => {
    await chooseWith(userEvent, testKeys.valid.key);
    await see('Checking whether the key can pull this image');
    await expect(screen.getByRole('progressbar', { hidden: true })).toBeVisible();
    await expect(review()).toHaveTextContent('Being checked');
    await expect(nextButton()).toBeEnabled();
  },
});

export const NotEntitled = meta.story({
  play: async ({ userEvent }) => {
    await chooseWith(userEvent, testKeys.notEntitled.key);
    await see(/accept its terms/);
    await expect(review()).toHaveTextContent('This key is not allowed to pull this image');
    await expect(nextButton()).toBeEnabled();
  },
});

export const NoSuchTag = meta.story({
  beforeEach: network({ faults: [answers(CHECK, 200, { status: 'no-such-tag' })] }),
  play: async ({ userEvent }) => {
    await chooseWith(userEvent, testKeys.valid.key);
    await see(/Choose another version, or ask an administrator to renew the model catalog/);
    await expect(nextButton()).toBeEnabled();
  },
});

export const RegionRestricted = meta.story({
  beforeEach: network({ faults: [answers(CHECK, 200, { status: 'region-restricted' })] }),
  play: async ({ userEvent }) => {
    await chooseWith(userEvent, testKeys.valid.key);
    await see(/^For legal reasons NVIDIA does not offer it where this cluster connects from\./);
    await expect(nextButton()).toBeEnabled();
  },
});

export const CouldNotTell = meta.story({
  beforeEach: network({
    faults: [answers(CHECK, 200, { status: 'unknown', reason: 'unreachable' })],
  }),
  play: async ({ userEvent }) => {
    await chooseWith(userEvent, testKeys.valid.key);
    await see(/no connection to NVIDIA's registry/);
    await expect(review()).toHaveTextContent('Could not tell whether the key can pull this image');
    await expect(nextButton()).toBeEnabled();
  },
});

export const CheckedAgain = meta.story({
  beforeEach: CouldNotTell.input.beforeEach,
  play: async ({ msw, userEvent }) => {
    await chooseWith(userEvent, testKeys.valid.key);
    const checkAgain = await screen.findByRole('button', { name: 'Check again' });
    connectionIsBack({ msw });
    await userEvent.click(checkAgain);
    await expect(await screen.findAllByText('This key can pull this image')).not.toEqual([]);
    await expect(review()).not.toHaveTextContent('Could not tell');
  },
});

export const TooManyAttempts = meta.story({
  beforeEach: network({
    faults: [
      answers(CHECK, 429, statusBody('TooManyRequests', 'Too many attempts.', 42), {
        'retry-after': '42',
      }),
    ],
  }),
  play: async ({ userEvent }) => {
    await chooseWith(userEvent, testKeys.valid.key);
    await seeWait('Wait 42 seconds, then check again.');
    await expect(checkAgainButton()).toHaveAttribute('aria-disabled', 'true');
    await expect(nextButton()).toBeEnabled();
  },
});

export const AfterTooManyAttempts = meta.story({
  beforeEach: [TooManyAttempts.input.beforeEach, ownClock],
  play: async ({ userEvent }) => {
    await chooseWith(userEvent, testKeys.valid.key);
    await seeWait('Wait 42 seconds, then check again.');
    putClockOn(42);
    await see('You can check again now');
    await waitFor(() => expect(checkAgainButton()).not.toHaveAttribute('aria-disabled', 'true'));
    await expect(screen.queryByText(/too many attempts/)).toBeNull();
  },
});

export const WithTheProjectsKey = meta.story({
  beforeEach: network({ objects: having(...storedSecrets) }),
  play: async ({ userEvent }) => {
    await screen.findByRole('radio', { name: "Use the project's key" });
    await chooseModel(userEvent, 'llama-3.1-8b-instruct', /^Llama-3.1-8B-Instruct meta/);
    await expect(await screen.findAllByText('This key can pull this image')).not.toEqual([]);
    await expect(nextButton()).toBeEnabled();
  },
});

export const CannotBeCheckedByThisPerson = meta.story({
  beforeEach: network({
    objects: having(...storedSecrets),
    faults: [answers(CHECK, 200, { status: 'cannot-be-checked' })],
  }),
  play: async ({ userEvent }) => {
    await screen.findByRole('radio', { name: "Use the project's key" });
    await chooseModel(userEvent, 'llama-3.1-8b-instruct', /^Llama-3.1-8B-Instruct meta/);
    await see(/^You may not read the project's key, so NVIDIA was not asked\. You can deploy/);
    await expect(review()).toHaveTextContent(
      'You cannot check whether the key can pull this image',
    );
    await expect(nextButton()).toBeEnabled();
  },
});

/** Where an administrator wants nobody to ask about keys, nobody does. */
export const NotAsked = meta.story({
  beforeEach: network({
    nimConfig: { disableKeyValidation: true },
    faults: [answers(CHECK, 200, { status: 'not-entitled' })],
  }),
  play: async ({ userEvent }) => {
    await userEvent.click(await screen.findByLabelText(/^NVIDIA API key/));
    await userEvent.paste(testKeys.valid.key);
    await userEvent.click(screen.getByRole('button', { name: 'Use key' }));
    await chooseModel(userEvent, 'llama-3.1-8b-instruct', /^Llama-3.1-8B-Instruct meta/);
    await expect(review()).toHaveTextContent('Llama-3.1-8B-Instruct');
    await expect(review()).not.toHaveTextContent('Image pull');
  },
});
