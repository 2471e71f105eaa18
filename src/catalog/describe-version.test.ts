import { describe, expect, it } from 'vitest';
import { describeVersion } from './describe-version.ts';
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
