import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useRefusal } from './use-refusal.ts';

afterEach(cleanup);

const keptOf = (value: { isRefused?: boolean }, isRefused: boolean | undefined) => {
  const onChange = vi.fn<(value: { isRefused?: boolean }) => void>();
  renderHook(() => useRefusal(value, isRefused, onChange));
  return onChange.mock.calls.flat();
};

describe('that the cluster rules a choice out', () => {
  it('is kept with the choice, and taken back when it is over', () => {
    expect(keptOf({}, true)).toEqual([{ isRefused: true }]);
    expect(keptOf({ isRefused: true }, false)).toEqual([{ isRefused: false }]);
  });

  it('is told once', () => {
    expect(keptOf({ isRefused: true }, true)).toEqual([]);
    expect(keptOf({}, false)).toEqual([]);
  });

  it('stays as it is while nothing can be changed', () => {
    expect(keptOf({ isRefused: true }, undefined)).toEqual([]);
  });
});
