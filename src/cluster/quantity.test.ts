import { describe, expect, it } from 'vitest';
import { quantityOf, writtenAmount, writtenSize } from './quantity.ts';

describe('a quantity', () => {
  it.each([
    ['30Gi', 32_212_254_720],
    ['1.5Ki', 1536],
    ['500m', 0.5],
    ['2', 2],
    [4, 4],
    ['1e3', 1000],
    ['2E', 2e18],
    ['10G', 1e10],
    ['-1', -1],
    ['.5', 0.5],
  ])('of %s is %d', (text, number) => {
    expect(quantityOf(text)).toBe(number);
  });

  it.each(['', 'much', '1 Gi', '1KB', undefined])('is none in %j', (text) => {
    expect(quantityOf(text)).toBeUndefined();
  });
});

describe('a size as it is read', () => {
  it.each([
    ['100Gi', '100 GiB'],
    ['1Ti', '1 TiB'],
    ['1.5Ti', '1.5 TiB'],
    ['1536Gi', '1,536 GiB'],
    ['512Mi', '512 MiB'],
    ['64Ki', '64 KiB'],
    ['100G', '100 GB'],
    ['500k', '500 kB'],
    ['2E', '2 EB'],
  ])('of %s is %s, in the unit that it was written in', (quantity, text) => {
    expect(writtenSize(quantity)).toBe(text);
  });

  it.each([
    ['107374182400', '100 GiB'],
    ['1610612736', '1.5 GiB'],
    ['1e9', '953.674 MiB'],
    ['107374182300', '107,374,182,300 B'],
    ['1000', '1,000 B'],
    [2 ** 40, '1 TiB'],
    ['0', '0 B'],
    ['128974848000m', '123 MiB'],
  ])('of %s bytes is %s, in the largest unit that they fill', (quantity, text) => {
    expect(writtenSize(quantity)).toBe(text);
  });

  it.each(['', 'much', '100 Gi'])('is %j where that is no quantity', (text) => {
    expect(writtenSize(text)).toBe(text);
  });
});

describe('an amount', () => {
  it.each([
    'memory',
    'limits.memory',
    'storage',
    'requests.storage',
    'requests.ephemeral-storage',
    'fast.storageclass.storage.k8s.io/requests.storage',
    'requests.hugepages-2Mi',
  ])('of %s is a size', (resource) => {
    expect(writtenAmount(resource, '32Gi')).toBe('32 GiB');
  });

  it.each(['cpu', 'requests.nvidia.com/gpu', 'pods', 'count/secrets', 'example.com/memory'])(
    'of %s is a number',
    (resource) => {
      expect(writtenAmount(resource, '4k')).toBe('4k');
    },
  );
});
