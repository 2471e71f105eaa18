import { describe, expect, it } from 'vitest';
import { checkAccelerators } from './accelerators.ts';

const having = (limits: Record<string, number>) => ({ limits });

describe('the accelerators of a deployment', () => {
  it('are enough, or more', () => {
    expect(checkAccelerators(having({ 'nvidia.com/gpu': 2 }), { gpus: { count: 2 } })).toEqual([]);
    expect(
      checkAccelerators(having({ 'nvidia.com/mig-3g.20gb': 1 }), { gpus: { count: 1 } }),
    ).toEqual([]);
  });

  it('are too few', () => {
    const few = checkAccelerators(having({ 'nvidia.com/gpu': 1 }), {
      gpus: { count: 4, memoryGb: 80 },
    });
    expect(few).toEqual([
      {
        field: 'hardware',
        severity: 'warns',
        title: 'The model needs 4 GPUs',
        body: 'NVIDIA names no profile of this model that runs on fewer than 4, each with 80 GB of memory or more; the hardware profile gives it 1. Choose another hardware profile.',
      },
    ]);
  });

  it('are enough, and must each have the memory that the model needs', () => {
    const advice = checkAccelerators(having({ 'nvidia.com/gpu': 8 }), {
      gpus: { count: 4, memoryGb: 80 },
    });
    expect(advice).toMatchObject([
      {
        field: 'hardware',
        severity: 'advises',
        title: 'The model needs 4 GPUs, each with 80 GB of memory or more',
      },
    ]);
    const [one] = checkAccelerators(having({ 'nvidia.com/gpu': 1 }), {
      gpus: { count: 1, memoryGb: 24 },
    });
    expect(one?.title).toBe('The model needs a GPU with 24 GB of memory or more');
  });

  it('are none at all', () => {
    const [problem] = checkAccelerators(having({ cpu: 4 }), { gpus: { count: 1 } });
    expect(problem?.title).toBe('The model needs a GPU');
    expect(problem?.body).toContain('gives it none');
  });

  it('are not judged where nobody knows what is needed, or given', () => {
    expect(checkAccelerators(having({}), {})).toEqual([]);
    expect(checkAccelerators(undefined, { gpus: { count: 1 } })).toEqual([]);
  });

  it('may be too few for a model whose parameters say that it is large', () => {
    expect(checkAccelerators(having({ 'nvidia.com/gpu': 1 }), { parameters: 405e9 })).toEqual([
      expect.objectContaining({
        severity: 'advises',
        title: 'The model may need more than one GPU',
        body: expect.stringMatching(/^Its 405 billion parameters take 810 GB .* have 80 GB/),
      }),
    ]);
    expect(checkAccelerators(having({ 'nvidia.com/gpu': 8 }), { parameters: 405e9 })).toHaveLength(
      1,
    );
    expect(checkAccelerators(having({ 'nvidia.com/gpu': 1 }), { parameters: 8e9 })).toEqual([]);
    expect(checkAccelerators(having({ 'nvidia.com/gpu': 2 }), { parameters: 70e9 })).toEqual([]);
  });
});
