import { describe, expect, it } from 'vitest';
import { recordWith, storedPair } from '../apiKey/key-secrets.factory.ts';
import { findProjectKey } from '../apiKey/project-key.ts';
import { describeEntering, noticeOfStored } from './describe-entering.ts';

const { apiKey, imagePull } = storedPair(recordWith({ lastFour: 'a1b2' }));

const chat = { name: 'chat', displayName: 'Chat' };

describe('the form for a key', () => {
  it.each([
    ['the first', [], 'Add an NVIDIA API key', 'Add key'],
    ['one to mend', [apiKey], "Enter the project's NVIDIA API key", 'Store key'],
    ['another', [apiKey, imagePull], "Replace the project's NVIDIA API key", 'Replace key'],
  ])('is called after what it is for: %s', (_what, secrets, title, button) => {
    expect(describeEntering(findProjectKey(secrets))).toMatchObject({ title, button });
  });

  it('says which key is replaced', () => {
    const { explanation } = describeEntering(findProjectKey([apiKey, imagePull]));
    expect(explanation).toContain('…a1b2, verified on August 22, 2026 by ada');
  });

  it.each([
    ['deployments use it', [chat], true],
    ['no deployment uses it', [], false],
    ['nobody knows who uses it', undefined, false],
  ])('announces the restart of deployments or not where %s', (_what, users, isAnnounced) => {
    const { explanation } = describeEntering(findProjectKey([apiKey, imagePull]), users);
    expect(explanation.includes('you are asked next')).toBe(isAnnounced);
  });
});

describe('what is said once a key is stored', () => {
  it('is nothing more where nobody uses it', () => {
    expect(noticeOfStored({ title: 'The key was added' }, [])).toEqual({
      variant: 'success',
      title: 'The key was added',
    });
  });

  it('is who still has the old one', () => {
    expect(noticeOfStored({ title: 'The key was replaced' }, [chat])).toEqual({
      variant: 'success',
      title: 'The key was replaced',
      body: 'Chat takes it when it starts next.',
    });
  });

  it('is a warning where something is left to do', () => {
    const done = { title: 'The key was replaced', warning: 'Tidy up.' };
    expect(noticeOfStored(done, [chat])).toMatchObject({
      variant: 'warning',
      body: 'Tidy up. Chat takes it when it starts next.',
    });
  });

  it('is a warning where some could not start with it, unless they were restarted all the same', () => {
    const done = { title: 'The key was replaced' };
    const rag = { name: 'rag', displayName: 'RAG' };
    expect(noticeOfStored(done, [chat, rag], [rag])).toMatchObject({
      variant: 'warning',
      body: expect.stringMatching(
        /^Chat takes it when it starts next\. RAG would not start again with it\./,
      ),
    });
    const restarted = { ...rag, outcome: { status: 'restarted' } } as const;
    expect(noticeOfStored(done, [restarted], [rag])).toMatchObject({
      variant: 'success',
      body: 'RAG restarts with the new key.',
    });
  });
});
