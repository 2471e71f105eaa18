import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WizardState } from './host-contract.ts';

const stateWith = (fields: object): WizardState =>
  ({ project: { projectName: 'nim-demo' }, ...fields }) as WizardState;

const freshWarning = async (): Promise<(state: WizardState) => void> => {
  vi.resetModules();
  return (await import('./warn-of-bundled-package.ts')).warnOfBundledPackage;
};

afterEach(() => vi.restoreAllMocks());

describe('a host with its own NIM package', () => {
  it('is warned of once', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const warnOfBundledPackage = await freshWarning();
    warnOfBundledPackage(stateWith({ 'nim-serving/nimImage': {} }));
    warnOfBundledPackage(stateWith({ 'nim-serving/nimImage': {} }));
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('nim-serving'));
  });

  it('is not suspected where none of its fields is', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const warnOfBundledPackage = await freshWarning();
    warnOfBundledPackage(stateWith({ 'nimWizard/model': {} }));
    expect(warn).not.toHaveBeenCalled();
  });
});
