import { describe, expect, it } from 'vitest';
import { modelWith } from '../../catalog/catalog-model.factory.ts';
import type { CatalogModel } from '../../catalog/catalog-model.ts';
import { diffCatalogs, isEqual, type CatalogDiff } from './catalog-diff.ts';
import { describeDiff } from './describe-diff.ts';

const diff = (older: CatalogModel[], newer: CatalogModel[]): CatalogDiff =>
  diffCatalogs({ models: older, unreadable: [] }, { models: newer, unreadable: [] });

const a = modelWith({ name: 'a', tags: ['1.0.0', '1'], latestTag: '1.0.0' });

describe('the difference of two catalogs', () => {
  it('is none for equal ones, whatever the order of models and tags', () => {
    const b = modelWith({ name: 'b' });
    expect(isEqual(diff([a, b], [b, { ...a, tags: ['1', '1.0.0'] }]))).toBe(true);
  });

  it('has models that came and went, by publisher and name', () => {
    const moved = { ...a, namespace: 'nim/qwen' };
    const { added, removed, changed } = diff([a], [moved]);
    expect(added.map(({ id }) => id)).toEqual(['nim/qwen/a']);
    expect(removed.map(({ id }) => id)).toEqual(['nim/meta/a']);
    expect(changed).toEqual([]);
  });

  it('has what changed in a model, and only that', () => {
    const newer = modelWith({
      ...a,
      tags: ['1.1.0', '1'],
      euRestricted: true,
      latestImageSize: 5e9,
      updatedDate: '2026-05-01T00:00:00Z',
    });
    expect(diff([a], [newer]).changed).toEqual([
      {
        id: 'nim/meta/a',
        displayName: a.displayName,
        tagsAdded: ['1.1.0'],
        tagsRemoved: ['1.0.0'],
        recommended: { from: '1.0.0', to: '1.1.0' },
        euRestricted: { from: false, to: true },
        size: { to: 5e9 },
        otherFields: ['updatedDate'],
      },
    ]);
  });

  it('has entries that cannot be read any more', () => {
    const unreadable = [{ name: 'x', reason: 'is not valid JSON' }];
    const changes = diffCatalogs({ models: [], unreadable: [] }, { models: [], unreadable });
    expect(changes.unreadable).toEqual({ old: [], new: unreadable });
    expect(isEqual(changes)).toBe(false);
  });
});

describe('a difference in words', () => {
  const changes = diff(
    [a, modelWith({ name: 'gone', displayName: 'Gone' })],
    [
      { ...a, tags: ['1.1.0', '1'], latestImageSize: 2.5e9 },
      modelWith({ name: 'new', displayName: 'New [x](javascript:y) <b>', euRestricted: true }),
    ],
  );

  it('is a line for each model and each change', () => {
    expect(describeDiff(changes, 'text')).toBe(
      [
        '1 models added, 1 removed, 1 changed',
        '+ nim/meta/new (1.8.5, restricted in the EU)',
        '- nim/meta/gone (1.8.5)',
        '~ nim/meta/a',
        '    new tags 1.1.0',
        '    tags gone 1.0.0',
        '    recommended 1.0.0 -> 1.1.0',
        '    image unknown -> 2.50 GB',
        '',
      ].join('\n'),
    );
  });

  it('is Markdown in which names stay names', () => {
    const text = describeDiff(changes, 'markdown');
    expect(text).toContain('### Added models (1)\n');
    expect(text).toContain('- **New \\[x\\](javascript:y) \\<b\\>** (`nim/meta/new`)');
    expect(text).toContain('recommended 1.0.0 -\\> 1.1.0');
  });

  it('is JSON with all of it', () => {
    expect(JSON.parse(describeDiff(changes, 'json'))).toEqual(changes);
  });

  it('says that catalogs are equal', () => {
    expect(describeDiff(diff([a], [a]), 'text')).toBe('The catalogs are equal.\n');
    expect(describeDiff(diff([a], [a]), 'markdown')).toBe('The catalogs are equal.\n');
  });
});
