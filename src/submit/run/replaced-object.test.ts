import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { isAsReplaced } from './replaced-object.ts';

interface Content {
  annotations?: Record<string, string>;
  spec?: object;
  status?: object;
}

const held = (version: string, { annotations, ...content }: Content): KubernetesObject =>
  ({
    apiVersion: 'v1',
    kind: 'Thing',
    metadata: { name: 'one', resourceVersion: version, ...(annotations ? { annotations } : {}) },
    ...content,
  }) as KubernetesObject;

const before = held('1', { spec: { image: 'old', selector: { gpu: 'true' }, args: ['a'] } });

describe('an object after an update whose answer was lost', () => {
  it('is as it was sent, with what the cluster adds', () => {
    const sent = held('1', { spec: { image: 'new', selector: { gpu: 'true' }, args: ['b'] } });
    const now = held('2', {
      spec: { image: 'new', selector: { gpu: 'true' }, args: ['b'], port: 1 },
      status: { ready: true },
    });
    expect(isAsReplaced({ before, sent }, now)).toBe(true);
  });

  it.each([
    ['a member', { spec: { image: 'old', args: ['a'] } }],
    ['the last item of a list', { spec: { image: 'old', selector: { gpu: 'true' }, args: [] } }],
  ])('is not as it was sent while it has %s that was taken away', (_what, content) => {
    const now = held('2', { spec: { image: 'old', selector: { gpu: 'true' }, args: ['a'] } });
    expect(isAsReplaced({ before, sent: held('1', content) }, now)).toBe(false);
    expect(isAsReplaced({ before, sent: held('1', content) }, held('2', content))).toBe(true);
  });

  it('is not as it was sent with an annotation that was taken away', () => {
    const annotated = held('1', { annotations: { note: 'mine' } });
    const sent = held('1', {});
    expect(isAsReplaced({ before: annotated, sent }, { ...annotated, ...versioned('2') })).toBe(
      false,
    );
  });

  it('is as it was sent in the version that it had only if nothing was to change', () => {
    const sent = held('1', { spec: { image: 'new' } });
    expect(isAsReplaced({ before, sent }, before)).toBe(false);
    expect(isAsReplaced({ before, sent: structuredClone(before) }, before)).toBe(true);
  });
});

const versioned = (resourceVersion: string): Pick<KubernetesObject, 'metadata'> => ({
  metadata: { name: 'one', resourceVersion, annotations: { note: 'mine' } },
});
