import { describe, expect, it } from 'vitest';
import { describeRestarts } from './describe-restarts.ts';

describe('who uses a new key', () => {
  it('is said of each deployment', () => {
    expect(
      describeRestarts([
        { displayName: 'Chat', outcome: { status: 'restarted' } },
        { displayName: 'RAG', outcome: { status: 'failed', message: 'No.' } },
        { displayName: 'Code' },
        { displayName: 'Night shift', outcome: { status: 'stopped' } },
      ]),
    ).toBe(
      'Chat restarts with the new key. RAG and Code take it when they start next. Night shift is stopped, and takes the new key when it starts.',
    );
  });

  it('is nobody where there is no deployment', () => {
    expect(describeRestarts([])).toBe('');
  });
});
