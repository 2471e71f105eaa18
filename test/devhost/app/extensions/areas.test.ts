import { describe, expect, it } from 'vitest';
import { hostAreas, isAreaOn } from './areas.ts';

const withWizard = { ...hostAreas, 'nim-wizard': { reliantAreas: ['nim-model'] } };

const allOn = { disableNIMModelServing: false, disableKServe: false };

describe('isAreaOn', () => {
  it('is off for an area that nobody defines', () => {
    expect(isAreaOn('nim-wizard', hostAreas, allOn)).toBe(false);
  });

  it('follows the area that it relies on', () => {
    expect(isAreaOn('nim-wizard', withWizard, allOn)).toBe(true);
    expect(isAreaOn('nim-wizard', withWizard, { ...allOn, disableNIMModelServing: true })).toBe(
      false,
    );
  });

  it('is off where KServe is, on which NIMs run', () => {
    expect(isAreaOn('nim-wizard', withWizard, { ...allOn, disableKServe: true })).toBe(false);
  });

  it('takes a flag that the configuration lacks for off, whatever the flag is called', () => {
    expect(isAreaOn('nim-model', hostAreas, {})).toBe(false);
  });

  it('asks for every feature flag', () => {
    const areas = { both: { featureFlags: ['one', 'two'] } };
    expect(isAreaOn('both', areas, { one: true, two: true })).toBe(true);
    expect(isAreaOn('both', areas, { one: true, two: false })).toBe(false);
  });

  it('asks for only one of the areas that it relies on', () => {
    const areas = { ...hostAreas, any: { reliantAreas: ['nowhere', 'nim-model'] } };
    expect(isAreaOn('any', areas, allOn)).toBe(true);
  });

  it('ends when an area relies on itself', () => {
    expect(isAreaOn('self', { self: { reliantAreas: ['self'] } }, {})).toBe(false);
  });
});
