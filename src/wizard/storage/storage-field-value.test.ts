import { describe, expect, it } from 'vitest';
import {
  defaultVolumeName,
  isSubPath,
  isVolumeName,
  type NewVolume,
  proposedVolume,
  storageChoice,
  storageFieldSchema,
  usableStorageSchema,
} from './storage-field-value.ts';

const newVolume = (given: Partial<NewVolume> = {}): NewVolume => ({
  ...proposedVolume('standard'),
  ...given,
});

const isValid = (value: unknown): boolean => storageFieldSchema.safeParse(value).success;

describe('the name of a volume', () => {
  it.each(['nim-llama', 'a', '1', 'llama-3.1-8b', 'a.b-c.d', 'a'.repeat(253)])(
    'may be %s',
    (name) => {
      expect(isVolumeName(name)).toBe(true);
    },
  );

  it.each([
    '',
    'Nim',
    'nim_llama',
    '-nim',
    'nim-',
    'nim..llama',
    'nim.-llama',
    'a b',
    'a'.repeat(254),
  ])('may not be %j', (name) => {
    expect(isVolumeName(name)).toBe(false);
  });
});

describe('a sub-path', () => {
  it.each(['', 'llama', 'llama/1.8', '..llama', 'a..b/c'])('may be %j', (path) => {
    expect(isSubPath(path)).toBe(true);
  });

  it.each(['/llama', '..', '../llama', 'llama/..', 'a/../../b'])('may not leave: %s', (path) => {
    expect(isSubPath(path)).toBe(false);
  });
});

describe('the value of the storage field', () => {
  it.each([
    newVolume(),
    newVolume({ name: 'nim-llama', size: 2, unit: 'Ti', subPath: 'llama' }),
    { kind: 'existing', name: 'models', subPath: '' },
  ])('lets the wizard go on: %o', (value) => {
    expect(isValid(value)).toBe(true);
  });

  it.each([
    ['no size', newVolume({ size: 0 })],
    ['a part of a gigabyte', newVolume({ size: 1.5 })],
    ['no number', newVolume({ size: NaN })],
    ['a size that no number holds', newVolume({ size: 1e22 })],
    ['no storage class', newVolume({ storageClass: '' })],
    ['a wrong name', newVolume({ name: 'Llama' })],
    ['a wrong sub-path', newVolume({ subPath: '../x' })],
    ['a wrong unit', { ...newVolume(), unit: 'GB' }],
    ['no volume chosen', { kind: 'existing', name: '', subPath: '' }],
    ['nothing', undefined],
  ])('holds the wizard back with %s', (_what, value) => {
    expect(isValid(value)).toBe(false);
  });

  it.each([
    ['a new volume', newVolume()],
    ['an existing volume', { kind: 'existing', name: 'models', subPath: '' }],
  ])('holds the wizard back with %s as long as the cluster rules it out', (_what, value) => {
    expect(usableStorageSchema.safeParse({ ...value, isRefused: true }).success).toBe(false);
    expect(usableStorageSchema.safeParse({ ...value, isRefused: false }).success).toBe(true);
    expect(usableStorageSchema.safeParse(value).success).toBe(true);
  });

  it('lets the wizard go on with whatever an existing deployment has', () => {
    expect(usableStorageSchema.safeParse({ kind: 'elsewhere' }).success).toBe(true);
  });

  it('proposes 100 GiB of the given class, named after the deployment', () => {
    expect(proposedVolume('standard')).toEqual({
      kind: 'new',
      name: '',
      isSizeProposed: true,
      size: 100,
      unit: 'Gi',
      storageClass: 'standard',
      subPath: '',
    });
  });
});

describe('the choice that a bundle is made from', () => {
  it('has the size as Kubernetes writes it', () => {
    const value = newVolume({ name: 'models', size: 2, unit: 'Ti', subPath: 'llama' });
    expect(storageChoice(value, 'my-model')).toEqual({
      kind: 'new',
      name: 'models',
      size: '2Ti',
      storageClass: 'standard',
      subPath: 'llama',
    });
  });

  it('has the name of the deployment when none was given', () => {
    expect(storageChoice(newVolume(), 'my-model').name).toBe(defaultVolumeName('my-model'));
    expect(defaultVolumeName('my-model')).toBe('nim-my-model');
  });

  it('is an existing volume as it was chosen', () => {
    const value = { kind: 'existing', name: 'models', subPath: 'llama' } as const;
    expect(storageChoice(value, 'my-model')).toEqual(value);
    expect(storageChoice({ ...value, isRefused: false }, 'my-model')).toEqual(value);
  });
});
