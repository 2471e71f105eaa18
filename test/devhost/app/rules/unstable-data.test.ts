import { describe, expect, it } from 'vitest';
import { UnstableDataWatch } from './unstable-data.ts';

describe('UnstableDataWatch', () => {
  it('is content with a value that keeps its identity', () => {
    const watch = new UnstableDataWatch();
    const value = { data: [1], loaded: true };
    expect([watch.see(value, 0), watch.see(value, 0), watch.see(value, 1)]).toEqual([
      'stable',
      'stable',
      'stable',
    ]);
  });

  it('is content with new content', () => {
    const watch = new UnstableDataWatch();
    expect([watch.see({ loaded: false }, 0), watch.see({ loaded: true }, 0)]).toEqual([
      'stable',
      'stable',
    ]);
  });

  it('calls a value unstable that is new again when nothing has changed', () => {
    const watch = new UnstableDataWatch();
    watch.see({ data: [] }, 0);
    expect(watch.see({ data: [] }, 0)).toBe('suspicious');
    expect(watch.see({ data: [] }, 1)).toBe('unstable');
  });

  it('forgives one new object of the same content', () => {
    const watch = new UnstableDataWatch();
    watch.see({ data: [] }, 0);
    const settled = { data: [] };
    expect(watch.see(settled, 0)).toBe('suspicious');
    expect(watch.see(settled, 1)).toBe('stable');
  });
});
