import { expect, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { VERIFY_PATH } from '../src/apiKey/verify-key.ts';
import { apiKeyField } from '../src/dashboard/api-key-wizard-field.tsx';
import { statusBody } from '../src/verifier/status-body.ts';
import { ApiKeyField } from '../src/wizard/key/api-key-field.tsx';
import { testKeys, unknownKey } from '../test/embedded/nvidia/test-keys.ts';
import { enterKey, keyInput, seeThatServiceRefused, verifyButton } from './enter-key.ts';
import { nextButton, see, seeWait } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import { ownClock, putClockOn } from './host/story-clock.ts';
import { answers, breaks } from './network/faults.ts';
import { connectionIsBack, network } from './network/network.ts';

const VERIFY = `*${VERIFY_PATH}`;

/** Every answer but "valid": none of them lets the wizard go on, and the key stays to be corrected. */
const meta = preview.meta({
  title: 'Fields/NVIDIA API key/When it is not verified',
  component: StoryHost,
  subcomponents: { ApiKeyField },
  args: { fields: [apiKeyField], project: 'nim-demo' },
});

const expectNotVerified = async (title: string, body?: RegExp): Promise<void> => {
  await see(title);
  if (body) {
    await see(body);
  }
  await expect(verifyButton()).toBeEnabled();
  await expect(nextButton()).toBeDisabled();
};

export const Rejected = meta.story({
  play: async ({ userEvent }) => {
    await enterKey(userEvent, testKeys.revoked.key);
    await expectNotVerified('NVIDIA rejected this key', /expired or revoked/);
    await expect(await keyInput()).toBeInvalid();
    await expect(await keyInput()).toHaveValue(testKeys.revoked.key);
    await expect(screen.queryByText(/to go on/)).toBeNull();
  },
});

export const Mistyped = meta.story({
  play: async ({ userEvent }) => {
    await enterKey(userEvent, unknownKey);
    await expectNotVerified('NVIDIA rejected this key', /may be mistyped/);
  },
});

/** Typing on takes the answer away: it was about another key. */
export const CorrectedAfterwards = meta.story({
  play: async ({ userEvent }) => {
    await enterKey(userEvent, testKeys.revoked.key);
    await screen.findByText('NVIDIA rejected this key');
    await userEvent.clear(await keyInput());
    await expect(screen.queryByText('NVIDIA rejected this key')).toBeNull();
    await enterKey(userEvent, testKeys.valid.key);
    await see(/NVIDIA knows the key/);
  },
});

export const NvidiaUnreachable = meta.story({
  play: async ({ userEvent }) => {
    await enterKey(userEvent, testKeys.dropped.key);
    await expectNotVerified('NVIDIA could not be reached', /says nothing about your key/);
    await expect(await keyInput()).toBeValid();
  },
});

export const NvidiaTooSlow = meta.story({
  play: async ({ userEvent }) => {
    await enterKey(userEvent, testKeys.slow.key);
    await expectNotVerified('NVIDIA could not be reached', /did not answer in time/);
  },
});

export const NvidiaBusy = meta.story({
  play: async ({ userEvent }) => {
    await enterKey(userEvent, testKeys.rateLimited.key);
    await expectNotVerified('NVIDIA could not check the key', /too many requests at the moment/);
  },
});

export const NvidiaFailing = meta.story({
  play: async ({ userEvent }) => {
    await enterKey(userEvent, testKeys.serverError.key);
    await expectNotVerified(
      'NVIDIA could not check the key',
      /NVIDIA answered with an error of its own/,
    );
  },
});

export const NvidiaNotUnderstood = meta.story({
  play: async ({ userEvent }) => {
    await enterKey(userEvent, testKeys.html.key);
    await expectNotVerified('NVIDIA could not check the key', /could not be understood/);
  },
});

const tooManyAttempts = network({
  faults: [
    answers(VERIFY, 429, statusBody('TooManyRequests', 'Too many attempts.', 42), {
      'retry-after': '42',
    }),
  ],
});

export const TooManyAttempts = meta.story({
  beforeEach: tooManyAttempts,
  play: async ({ userEvent }) => {
    await enterKey(userEvent, testKeys.valid.key);
    await seeWait('Wait 42 seconds, then try again.');
    await see('Too many attempts');
    await expect(verifyButton()).toHaveAttribute('aria-disabled', 'true');
    await expect(nextButton()).toBeDisabled();
    await expect(
      screen.queryByRole('button', { name: 'Continue without verification' }),
    ).toBeNull();
  },
});

/** The wait was counted down, and is over; the form is as it was. */
export const AfterTooManyAttempts = meta.story({
  beforeEach: [tooManyAttempts, ownClock],
  play: async ({ userEvent }) => {
    await enterKey(userEvent, testKeys.valid.key);
    await seeWait('Wait 42 seconds, then try again.');
    putClockOn(42);
    await expectNotVerified('You can try again now');
    await expect(screen.queryByText('Too many attempts')).toBeNull();
    await expect(verifyButton()).not.toHaveAttribute('aria-disabled', 'true');
  },
});

/** The permission was taken away after the form had come. */
export const NotPermitted = meta.story({
  beforeEach: network({ faults: [answers(VERIFY, 403, statusBody('Forbidden', 'Not any more.'))] }),
  play: async ({ userEvent }) => {
    await enterKey(userEvent, testKeys.valid.key);
    await seeThatServiceRefused();
    await expect(await keyInput()).toBeEnabled();
  },
});

export const SessionEnded = meta.story({
  beforeEach: network({
    faults: [answers(VERIFY, 401, statusBody('Unauthorized', 'Sign in again.'))],
  }),
  play: async ({ userEvent }) => {
    await enterKey(userEvent, testKeys.valid.key);
    await expectNotVerified('Your session has ended', /Sign in to the dashboard again/);
  },
});

export const ServiceUnavailable = meta.story({
  beforeEach: network({
    faults: [answers(VERIFY, 503, statusBody('ServiceUnavailable', 'Kubernetes is away.'))],
  }),
  play: async ({ userEvent }) => {
    await enterKey(userEvent, testKeys.valid.key);
    await expectNotVerified('The key could not be verified', /Kubernetes is away/);
  },
});

export const NoConnection = meta.story({
  beforeEach: network({ faults: [breaks(VERIFY)] }),
  play: async ({ userEvent }) => {
    await enterKey(userEvent, testKeys.valid.key);
    await expectNotVerified('The key could not be verified', /dashboard did not answer/);
  },
});

export const ConnectionIsBack = meta.story({
  beforeEach: NoConnection.input.beforeEach,
  play: async ({ msw, userEvent }) => {
    await enterKey(userEvent, testKeys.valid.key);
    await screen.findByText('The key could not be verified');
    connectionIsBack({ msw });
    await userEvent.click(verifyButton());
    await see(/NVIDIA knows the key/);
  },
});
