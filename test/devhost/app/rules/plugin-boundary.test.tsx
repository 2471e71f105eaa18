import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PluginBoundary } from './plugin-boundary.tsx';
import { RuleBookProvider } from './rule-book-context.tsx';
import { RuleBook } from './rule-book.ts';

const Throwing = ({ message }: { message: string }) => {
  throw new Error(message);
};

const rulesAfter = (message: string) => {
  const ruleBook = new RuleBook({ error: () => undefined, warn: () => undefined });
  render(
    <RuleBookProvider value={ruleBook}>
      <PluginBoundary name="nimWizard/model">
        <Throwing message={message} />
      </PluginBoundary>
      <p>The page goes on.</p>
    </RuleBookProvider>,
  );
  return ruleBook.all().map(({ rule, extension }) => [rule, extension]);
};

const keepQuiet = (event: ErrorEvent) => event.preventDefault();

describe('PluginBoundary', () => {
  beforeEach(() => {
    window.addEventListener('error', keepQuiet);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => {
    cleanup();
    window.removeEventListener('error', keepQuiet);
    vi.restoreAllMocks();
  });

  it.each([
    'Invalid hook call. Hooks can only be called inside of the body of a function component.',
    'Minified React error #321; visit https://react.dev/errors/321',
    "Cannot read properties of null (reading 'useState')",
  ])('knows another React by its error: %s', (message) => {
    expect(rulesAfter(message)).toEqual([['one-react', 'nimWizard/model']]);
  });

  it('reports any other error as one that nothing would catch, and keeps the page', () => {
    expect(rulesAfter('No catalog.')).toEqual([['no-throw', 'nimWizard/model']]);
    expect(screen.getByText('The page goes on.')).toBeInTheDocument();
    expect(screen.getByText('No catalog.')).toBeInTheDocument();
  });
});
