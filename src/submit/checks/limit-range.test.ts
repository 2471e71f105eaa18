import { describe, expect, it } from 'vitest';
import { assembleInferenceService } from '../../bundle/assemble-inference-service.ts';
import { choicesWith } from '../../bundle/deployment.factory.ts';
import type { LimitRange } from '../../cluster/kubernetes.ts';
import { fullBundle, leastBundle } from '../bundle.factory.ts';
import { checkLimitRanges } from './limit-range.ts';

const hardware = {
  resources: { requests: { cpu: 4, memory: '16Gi' }, limits: { cpu: 4, memory: '32Gi' } },
};

/** A new volume of 100Gi, and a container that asks for the hardware. */
const bundle = {
  ...fullBundle(),
  inferenceService: assembleInferenceService(choicesWith({ hardware })),
};

const range = (limits: LimitRange['spec']['limits'][number]): LimitRange => ({
  apiVersion: 'v1',
  kind: 'LimitRange',
  metadata: { name: 'sizes' },
  spec: { limits: [limits] },
});

const found = (limits: LimitRange['spec']['limits'][number]) =>
  checkLimitRanges(bundle, [range(limits)]);

describe('a limit range', () => {
  it('says nothing within its bounds, or of what is not asked for', () => {
    const bounds = { max: { cpu: '4', memory: '32Gi', pods: '1' }, min: { cpu: '4', gpu: '1' } };
    expect(found({ type: 'Container', ...bounds })).toEqual([]);
    expect(found({ type: 'openshift.io/Image', max: { storage: '1' } })).toEqual([]);
  });

  it.each(['Container', 'Pod'])('stops a %s that may use more', (type) => {
    expect(found({ type, max: { memory: '31Gi' } })).toEqual([
      {
        field: 'hardware',
        severity: 'stops',
        title: `The project does not allow so much memory for one ${type.toLowerCase()}`,
        body: 'The limit range "sizes" sets 31 GiB at most; this deployment asks for 32 GiB. Choose less, or ask an administrator.',
      },
    ]);
  });

  it('stops a container that asks for less, not a pod, which may have others', () => {
    const min = { memory: '17Gi' };
    expect(found({ type: 'Container', min })).toMatchObject([{ field: 'hardware' }]);
    expect(found({ type: 'Pod', min })).toEqual([]);
  });

  it('stops a container that may use less than it has to ask for', () => {
    const limited = { resources: { limits: { cpu: 1 } } };
    const inferenceService = assembleInferenceService(choicesWith({ hardware: limited }));
    const cpus = range({ type: 'Container', min: { cpu: '2' } });
    expect(checkLimitRanges({ inferenceService }, [cpus])).toMatchObject([
      { title: 'The project does not allow so little cpu for one container' },
    ]);
  });

  it.each([{ max: { storage: '99Gi' } }, { min: { storage: '101Gi' } }])(
    'stops a new volume beyond %o',
    (bounds) => {
      expect(found({ type: 'PersistentVolumeClaim', ...bounds })).toMatchObject([
        { field: 'storage', severity: 'stops', title: expect.stringContaining('for one volume') },
      ]);
    },
  );

  it('says nothing of a volume that exists', () => {
    const limits = { type: 'PersistentVolumeClaim', max: { storage: '1Gi' } };
    expect(checkLimitRanges(leastBundle(), [range(limits)])).toEqual([]);
  });
});
