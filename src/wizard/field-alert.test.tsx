import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Wait } from '../apiKey/describe-wait.ts';
import { FieldAlert } from './field-alert.tsx';

const NOON = Date.UTC(2026, 7, 24, 12);

const waitOf = (seconds: number): Wait => ({ until: NOON + seconds * 1000, action: 'try again' });

const title = 'Too many attempts';

const alertWith = (wait: Wait) => (
  <FieldAlert variant="warning" title={title} isLiveRegion wait={wait} />
);

/** What is seen, and what is heard. */
const said = (): [seen: string, heard: string] => {
  const [seen, heard, ...others] = screen.getAllByText(/again/);
  expect(others).toEqual([]);
  expect(seen).toHaveAttribute('aria-hidden', 'true');
  expect(heard).not.toHaveAttribute('aria-hidden');
  return [seen?.textContent ?? '', heard?.textContent ?? ''];
};

const pass = (seconds: number): void =>
  act(() => {
    vi.advanceTimersByTime(seconds * 1000);
  });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: NOON });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('an alert that says how long to wait', () => {
  it('counts down each second for who sees it', () => {
    render(alertWith(waitOf(3)));
    const seen = [said()[0]];
    for (let second = 0; second < 2; second += 1) {
      pass(1);
      seen.push(said()[0]);
    }
    expect(seen).toEqual([
      'Wait 3 seconds, then try again.',
      'Wait 2 seconds, then try again.',
      'Wait 1 second, then try again.',
    ]);
  });

  it('says when it is over, and only that', () => {
    render(alertWith(waitOf(3)));
    expect(screen.getByText(title)).toBeVisible();
    pass(3);
    expect(screen.getByText('You can try again now')).toBeVisible();
    expect(screen.queryByText(title)).toBeNull();
    expect(screen.queryByText(/Wait/)).toBeNull();
  });

  it('is heard at the beginning only, until it is over', () => {
    render(alertWith(waitOf(42)));
    const heard = [said()[1]];
    for (let second = 0; second < 41; second += 1) {
      pass(1);
      heard.push(said()[1]);
    }
    const changes = heard.filter((text, index) => text !== heard[index - 1]);
    expect(changes).toEqual(['Wait 42 seconds, then try again.']);
  });

  it('has no timer once it is over', () => {
    render(alertWith(waitOf(2)));
    expect(vi.getTimerCount()).toBeGreaterThan(0);
    pass(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves no timer behind when it is gone', () => {
    const { unmount } = render(alertWith(waitOf(42)));
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('begins anew with another wait', () => {
    const { rerender } = render(alertWith(waitOf(2)));
    pass(2);
    rerender(alertWith(waitOf(30)));
    expect(said()).toEqual([
      'Wait 28 seconds, then try again.',
      'Wait 28 seconds, then try again.',
    ]);
    expect(screen.getByText(title)).toBeVisible();
  });

  it('is right at once after a time in which nothing was counted', () => {
    render(alertWith(waitOf(42)));
    vi.setSystemTime(NOON + 30_000);
    pass(1);
    expect(said()[0]).toBe('Wait 11 seconds, then try again.');
  });
});
