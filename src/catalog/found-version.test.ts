import { describe, expect, it } from 'vitest';
import { modelWith } from './catalog-model.factory.ts';
import { foundVersion } from './found-version.ts';
import { toEntry } from './model-entry.ts';

const entry = toEntry(
  modelWith({
    name: 'llama-3.1-8b-instruct',
    shortDescription: 'It writes.',
    tags: ['latest', '1.8.5', '1.8.0-rtx', '1.9.0-rtx'],
  }),
);

describe('the version by which a model was found', () => {
  it.each([
    [['1.8.5'], '1.8.5'],
    [['rtx'], '1.9.0-rtx'],
    [['rtx', '1.8.0'], '1.8.0-rtx'],
    [['llama', '1.8.5'], '1.8.5'],
    [['latest'], 'latest'],
  ])('has the words %j that nothing else of it has: %s', (words, tag) => {
    expect(foundVersion(entry, new Set(words))).toBe(tag);
  });

  it.each([[[]], [['llama', '8b']], [['meta']], [['chat']], [['writes']], [['whisper']]])(
    'is none where the words %j are in its row, or another model’s',
    (words) => {
      expect(foundVersion(entry, new Set(words))).toBeUndefined();
    },
  );
});
