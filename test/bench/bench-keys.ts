import { type TestKey, testKeys } from '../embedded/nvidia/test-keys.ts';

/** A key of its own for each user of a bench: by it the stand-in for NVIDIA knows whose question it was. */
export const benchKey = (user: number): TestKey => ({
  name: `bench-${user}`,
  key: `nvapi-${`Bench-${user}-`.padEnd(64, '0')}`,
  answer: testKeys.valid.answer,
  meaning: 'One user of a bench.',
});
