import { describe, expect, it } from 'vitest';
import { sharedByHost, type SharedName } from './shared-modules.ts';
import { type SharedVersion, type ShareScope, takeShared } from './take-shared.ts';

/** An offer of a module that says which one it is. */
const offer = (label: string, given: Partial<SharedVersion> = {}): SharedVersion => ({
  get: async () => () => label,
  ...given,
});

/** What a host offers: every module in the least version, but for what is given. */
const scopeWith = (
  given: Partial<Record<SharedName, Record<string, SharedVersion>>> = {},
): ShareScope => ({
  ...Object.fromEntries(
    Object.entries(sharedByHost).map(([name, least]) => [name, { [`${least}.0`]: offer(name) }]),
  ),
  ...given,
});

const reactOf = async (offers: Record<string, SharedVersion>): Promise<unknown> =>
  (await takeShared(scopeWith({ react: offers })))['react'];

const offering = (...versions: string[]): Record<string, SharedVersion> =>
  Object.fromEntries(versions.map((version) => [version, offer(version)]));

describe('taking modules from the host', () => {
  it('takes each that the host shares', async () => {
    expect(await takeShared(scopeWith())).toEqual(
      Object.fromEntries(Object.keys(sharedByHost).map((name) => [name, name])),
    );
  });

  it('takes nothing that it does not need', async () => {
    const asked: string[] = [];
    const lodash = { '4.0.0': { get: () => asked.push('lodash') } } as never;
    await takeShared({ ...scopeWith(), lodash });
    expect(asked).toEqual([]);
  });

  it('takes a module that is there at once as well as one that must be fetched', async () => {
    expect(await reactOf({ '18.3.1': offer('', { get: () => () => 'at once' }) })).toBe('at once');
  });

  it.each([
    [['18.3.0', '18.3.1'], '18.3.1'],
    [['18.10.0', '18.9.0'], '18.10.0'],
    [['18.3.1', '19.0.0'], '18.3.1'],
    [['17.9.0', '18.2.9', '18.3.0'], '18.3.0'],
    [['18.3.1-canary.2'], '18.3.1-canary.2'],
  ])('takes of %j the newest that fits: %s', async (versions, taken) => {
    expect(await reactOf(offering(...versions))).toBe(taken);
  });

  it.each<Partial<SharedVersion>>([{ loaded: true }, { lib: () => undefined }])(
    'takes the copy that the page uses already, not a newer one: %o',
    async (used) => {
      const offers = { ...offering('18.3.9'), '18.3.1': offer('used', used) };
      expect(await reactOf(offers)).toBe('used');
    },
  );
});

describe('a module that the host does not have', () => {
  const needs =
    'nimWizard needs react 18.3 or a later minor version from the dashboard; it provides';

  it.each([
    [[], 'none'],
    [['17.0.2'], '17.0.2'],
    [['18.2.0', '19.0.0'], '18.2.0, 19.0.0'],
    [['next'], 'next'],
  ])('is named, with what there is: %j', async (versions, provided) => {
    await expect(reactOf(offering(...versions))).rejects.toThrow(`${needs} ${provided}.`);
  });

  it('is named when the page uses a copy that does not fit: a second would break it', async () => {
    const offers = { ...offering('18.3.1'), '18.2.0': offer('used', { loaded: true }) };
    await expect(reactOf(offers)).rejects.toThrow(`${needs} 18.2.0.`);
  });

  it('is named when it is not shared at all', async () => {
    const { react: _react, ...others } = scopeWith();
    await expect(takeShared(others)).rejects.toThrow(`${needs} none.`);
  });

  it('may be one whose code could not be loaded', async () => {
    const failing = offer('', { get: () => Promise.reject(new Error('chunk 7 failed')) });
    await expect(reactOf({ '18.3.1': failing })).rejects.toThrow('chunk 7 failed');
  });
});
