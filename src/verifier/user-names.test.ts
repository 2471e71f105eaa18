import { describe, expect, it } from 'vitest';
import type { Kubernetes, KubernetesAnswer } from './kubernetes.ts';
import { createUserNames } from './user-names.ts';

const MINUTE = 60_000;
const ada = { status: { userInfo: { username: 'ada' } } };

const answering = (answer: KubernetesAnswer): Kubernetes & { asked: () => number } => {
  let asked = 0;
  return {
    asked: () => asked,
    ask: async () => {
      asked += 1;
      return answer;
    },
    close: async () => undefined,
  };
};

const answered = (code: number, body: unknown): KubernetesAnswer => ({
  status: 'answered',
  code,
  text: typeof body === 'string' ? body : JSON.stringify(body),
});

const { signal } = new AbortController();
const asking = (token: string) => ({ token, tokenHash: `hash of ${token}`, signal });

describe('the name of a user', () => {
  it('is asked once in five minutes for a token', async () => {
    const kubernetes = answering(answered(201, ada));
    let now = 0;
    const names = createUserNames(kubernetes, () => now);
    expect(await names.of(asking('a'))).toBe('ada');
    now += 4 * MINUTE;
    expect(await names.of(asking('a'))).toBe('ada');
    expect(kubernetes.asked()).toBe(1);
    await names.of(asking('b'));
    expect(kubernetes.asked()).toBe(2);
    now += 2 * MINUTE;
    await names.of(asking('a'));
    expect(kubernetes.asked()).toBe(3);
  });

  it.each<[string, KubernetesAnswer]>([
    ['an older Kubernetes', answered(404, { kind: 'Status' })],
    ['a token that is refused', answered(401, { kind: 'Status' })],
    ['a page', answered(200, '<h1>Sign in</h1>')],
    ['an answer without a name', answered(201, { status: { userInfo: {} } })],
    ['an empty name', answered(201, { status: { userInfo: { username: '' } } })],
    ['no answer', { status: 'unavailable', cause: 'ECONNREFUSED' }],
  ])('is not known from %s, and asked again', async (_what, answer) => {
    const kubernetes = answering(answer);
    const names = createUserNames(kubernetes);
    expect(await names.of(asking('a'))).toBeUndefined();
    await names.of(asking('a'));
    expect(kubernetes.asked()).toBe(2);
  });
});
