import { applyPatch, deepClone, type Operation } from 'fast-json-patch';
import { describe, expect, it } from 'vitest';
import type { InferenceService } from '../cluster/kubernetes.ts';
import { isStopped, RESTARTED_ANNOTATION, restartPatch } from './restart-patch.ts';

const AT = '2026-08-23T12:00:00.000Z';

const service = (
  predictor: object = {},
  annotations?: Record<string, string>,
): InferenceService => ({
  apiVersion: 'serving.kserve.io/v1beta1',
  kind: 'InferenceService',
  metadata: { name: 'chat', ...(annotations ? { annotations } : {}) },
  spec: { predictor: { minReplicas: 1, ...predictor } },
});

const restarted = (before: InferenceService): InferenceService =>
  applyPatch(deepClone(before), restartPatch(before, AT) as Operation[], true).newDocument;

describe('a restart', () => {
  it('changes what KServe puts on the pods, and nothing else', () => {
    expect(restarted(service())).toEqual(service({ annotations: { [RESTARTED_ANNOTATION]: AT } }));
  });

  it('leaves the annotations that others have put there', () => {
    const before = service({ annotations: { a: 'b', [RESTARTED_ANNOTATION]: 'earlier' } });
    expect(restarted(before)).toEqual(
      service({ annotations: { a: 'b', [RESTARTED_ANNOTATION]: AT } }),
    );
  });
});

describe('a deployment', () => {
  it.each([
    [{ 'serving.kserve.io/stop': 'true' }, true],
    [{ 'serving.kserve.io/stop': 'false' }, false],
    [undefined, false],
  ])('with the annotations %o is stopped: %s', (annotations, expected) => {
    expect(isStopped(service({}, annotations))).toBe(expected);
  });
});
