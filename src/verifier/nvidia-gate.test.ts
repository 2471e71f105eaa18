import { describe, expect, it } from 'vitest';
import { createNvidiaGate } from './nvidia-gate.ts';

const never = new AbortController().signal;

/** A task that is under way until it is let go. */
const heldTask = (): { task: () => Promise<string>; letGo: () => void } => {
  const held = Promise.withResolvers<string>();
  return { task: () => held.promise, letGo: () => held.resolve('done') };
};

describe('the gate to NVIDIA', () => {
  it('lets a task through when one before it has ended', async () => {
    const gate = createNvidiaGate(1);
    const first = heldTask();
    const before = gate.pass(first.task, { signal: never, late: 'late' });
    const after = gate.pass(async () => 'second', { signal: never, late: 'late' });
    await Promise.resolve();
    expect(gate.underWay()).toBe(1);
    first.letGo();
    expect(await Promise.all([before, after])).toEqual(['done', 'second']);
  });

  it('does not begin a task that has waited too long', async () => {
    const gate = createNvidiaGate(1);
    const first = heldTask();
    const before = gate.pass(first.task, { signal: never, late: 'late' });
    const patience = new AbortController();
    let begun = false;
    const waiting = gate.pass(
      async () => {
        begun = true;
        return 'second';
      },
      { signal: patience.signal, late: 'late' },
    );
    patience.abort();
    expect(await waiting).toBe('late');
    first.letGo();
    await before;
    expect(await gate.pass(async () => 'third', { signal: never, late: 'late' })).toBe('third');
    expect(begun).toBe(false);
  });

  it('begins nothing for someone who has left', async () => {
    const outcome = await createNvidiaGate(1).pass(async () => 'asked', {
      signal: AbortSignal.abort(),
      late: 'late',
    });
    expect(outcome).toBe('late');
  });

  it('goes on after a task that failed', async () => {
    const gate = createNvidiaGate(1);
    const failing = gate.pass(() => Promise.reject(new Error('bug')), {
      signal: never,
      late: undefined,
    });
    await expect(failing).rejects.toThrow('bug');
    expect(await gate.pass(async () => 'next', { signal: never, late: 'late' })).toBe('next');
  });
});
