import { describe, expect, it } from 'vitest';
import { describePush, describeVersion } from './describe-version.ts';
import { versionKind } from './order-versions.ts';

describe('what is said of a version', () => {
  it.each([
    ['1.15.5', '1.15.5'],
    ['1.8.0-RTX', '1.8.0-RTX (for RTX workstations)'],
    ['1.10.1-pb5.3', '1.10.1-pb5.3 (production branch)'],
    ['1.2.0-stig-fips-x86', '1.2.0-stig-fips-x86 (hardened by STIG, with FIPS cryptography)'],
    [
      '1.10.1-pb5.3-stig-fips-x86-64',
      '1.10.1-pb5.3-stig-fips-x86-64 (production branch, hardened by STIG, with FIPS cryptography)',
    ],
    ['1.5.0-variant', '1.5.0-variant'],
    ['1.0.0-41313772', '1.0.0-41313772'],
    ['latest', 'latest (moves)'],
    ['1.10', '1.10 (moves)'],
  ])('%s: %s', (tag, said) => {
    expect(describeVersion({ tag, kind: versionKind(tag) })).toBe(said);
  });
});

describe('when a version was pushed', () => {
  it.each([
    ['1.1.0', '2026-02-03T23:59:00Z', 'Feb 3, 2026'],
    ['1.0.0', '2026-02-03T23:59:00Z', undefined],
    ['1.1.0', 'yesterday', undefined],
    ['1.1.0', undefined, undefined],
  ])('of version %s, where the latest is of %s: %s', (tag, latestTagPushedDate, said) => {
    expect(describePush({ latestTag: '1.1.0', latestTagPushedDate }, { tag })).toBe(said);
  });
});
