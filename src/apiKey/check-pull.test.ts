import { describe, expect, it } from 'vitest';
import { checkPull, type PullAnswer } from './check-pull.ts';
import type { PullRequest } from './pull-verdict.ts';

const image = 'nvcr.io/nim/meta/llama:1.8.5';
const stored: PullRequest = { project: 'nim-demo', image, use: 'project' };

const answered = (status: number, body: unknown): Promise<PullAnswer> =>
  checkPull({
    question: stored,
    send: async () => Response.json(body, { status }),
    signal: new AbortController().signal,
  });

describe('asking whether a key may pull an image', () => {
  it.each<PullRequest>([stored, { project: 'nim-demo', image, key: 'nvapi-some' }])(
    'sends exactly the question in the body: %o',
    async (question) => {
      const sent: [string, unknown][] = [];
      await checkPull({
        question,
        send: async (path, request) => {
          sent.push([path, JSON.parse(String(request.body))]);
          return Response.json({ status: 'can-pull' });
        },
        signal: new AbortController().signal,
      });
      expect(sent).toEqual([['/nim-wizard/api/v1/keys/check-pull', question]]);
    },
  );

  it.each([
    [200, { status: 'can-pull' }, { status: 'can-pull' }],
    [200, { status: 'cannot-be-checked' }, { status: 'cannot-be-checked' }],
    [
      200,
      { status: 'valid' },
      { status: 'not-asked', message: "The answer did not come from the plugin's service." },
    ],
    [401, {}, { status: 'signed-out' }],
    [403, { kind: 'Status', message: 'no' }, { status: 'forbidden', message: 'no' }],
    [429, {}, { status: 'too-many', until: expect.any(Number) }],
    [404, {}, { status: 'not-asked', message: 'The service answered 404.' }],
  ])('reads %i %o', async (status, body, answer) => {
    expect(await answered(status, body)).toEqual(answer);
  });

  it('throws when nobody waits for the answer any more', async () => {
    const left = new AbortController();
    left.abort();
    const asking = checkPull({
      question: stored,
      send: () => Promise.reject(left.signal.reason as Error),
      signal: left.signal,
    });
    await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
  });
});
