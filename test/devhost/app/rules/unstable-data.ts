import { deepEqual } from '../deep-equal.ts';

export type StabilityVerdict = 'stable' | 'suspicious' | 'unstable';

/**
 * Tells a hook whose result has a new identity on every render from one that has a new result once in
 * a while. `see` takes what the hook returned in each render, in order.
 */
export class UnstableDataWatch {
  private last: { value: unknown } | undefined;
  private suspicions = 0;

  see(value: unknown): StabilityVerdict {
    const { last } = this;
    this.last = { value };
    if (last === undefined || last.value === value || !deepEqual(last.value, value)) {
      this.suspicions = 0;
      return 'stable';
    }
    this.suspicions += 1;
    return this.suspicions === 1 ? 'suspicious' : 'unstable';
  }
}
