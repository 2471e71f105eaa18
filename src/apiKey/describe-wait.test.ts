import { expect, it } from 'vitest';
import { describeWait } from './describe-wait.ts';

it.each([
  [undefined, 'a minute'],
  [1, '1 second'],
  [42, '42 seconds'],
])('says how long to wait: %s is %s', (seconds, words) => {
  expect(describeWait(seconds)).toBe(words);
});
