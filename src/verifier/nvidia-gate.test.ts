import { describe, expect, it, vi } from 'vitest';
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
    const before = gate.pass(first.task, { user: 'ada', signal: never, late: 'late' });
    const after = gate.pass(async () => 'second', { user: 'ada', signal: never, late: 'late' });
    await Promise.resolve();
    expect(gate.underWay()).toBe(1);
    first.letGo();
    expect(await Promise.all([before, after])).toEqual(['done', 'second']);
  });

  it('does not begin a task that has waited too long', async () => {
    const gate = createNvidiaGate(1);
    const first = heldTask();
    const before = gate.pass(first.task, { user: 'ada', signal: never, late: 'late' });
    const patience = new AbortController();
    let begun = false;
    const waiting = gate.pass(
      async () => {
        begun = true;
        return 'second';
      },
      { user: 'ada', signal: patience.signal, late: 'late' },
    );
    patience.abort();
    expect(await waiting).toBe('late');
    first.letGo();
    await before;
    expect(await gate.pass(async () => 'third', { user: 'ada', signal: never, late: 'late' })).toBe(
      'third',
    );
    expect(begun).toBe(false);
  });

  it('begins nothing for someone who has left', async () => {
    const outcome = await createNvidiaGate(1).pass(async () => 'asked', {
      user: 'ada',
      signal: AbortSignal.abort(),
      late: 'late',
    });
    expect(outcome).toBe('late');
  });

  it('goes on after a task that failed', async () => {
    const gate = createNvidiaGate(1);
    const failing = gate.pass(() => Promise.reject(new Error('bug')), {
      user: 'ada',
      signal: never,
      late: undefined,
    });
    await expect(failing).rejects.toThrow('bug');
    expect(await gate.pass(async () => 'next', { user: 'ada', signal: never, late: 'late' })).toBe(
      'next',
    );
  });
});

const asking = (user: string) => ({ user, signal: never, late: 'late' });

describe("one user's share of the gate", () => {
  it('is a quarter, and what is more of that user waits while others pass', async () => {
    const gate = createNvidiaGate(8);
    const held = Array.from({ length: 5 }, heldTask);
    const hanging = held.map(({ task }) => gate.pass(task, asking('ada')));
    await Promise.resolve();
    expect(await gate.pass(async () => 'asked', asking('pat'))).toBe('asked');
    expect(gate.underWay()).toBe(2);
    held[0]?.letGo();
    await hanging[0];
    await vi.waitFor(() => expect(gate.underWay()).toBe(2));
    held.forEach(({ letGo }) => letGo());
    expect(await Promise.all(hanging)).toEqual(Array.from(held, () => 'done'));
  });

  it('is one question at least', async () => {
    expect(await createNvidiaGate(1).pass(async () => 'asked', asking('ada'))).toBe('asked');
  });

  it('does not raise the limit of all', async () => {
    const gate = createNvidiaGate(4);
    const held = ['ada', 'pat', 'vic', 'max', 'eve'].map((user) => ({ user, ...heldTask() }));
    const passing = held.map(({ user, task }) => gate.pass(task, asking(user)));
    await vi.waitFor(() => expect(gate.underWay()).toBe(4));
    expect(gate.users()).toBe(5);
    held.forEach(({ letGo }) => letGo());
    await Promise.all(passing);
  });

  it('is forgotten with the last question, however it ended', async () => {
    const gate = createNvidiaGate(4);
    const left = new AbortController();
    const { task, letGo } = heldTask();
    const passing = [
      ...Array.from({ length: 1_000 }, (_, user) =>
        gate.pass(async () => 'asked', asking(`user-${user}`)),
      ),
      gate.pass(() => Promise.reject(new Error('bug')), asking('eve')).catch(() => 'failed'),
      gate.pass(task, asking('ada')),
      gate.pass(task, { ...asking('ada'), signal: left.signal }),
    ];
    expect(gate.users()).toBe(1_002);
    left.abort();
    letGo();
    await Promise.all(passing);
    await vi.waitFor(() => expect(gate.users()).toBe(0));
  });
});
