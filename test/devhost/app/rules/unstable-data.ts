import { deepEqual } from '../deep-equal.ts';

export type StabilityVerdict = 'stable' | 'suspicious' | 'unstable';

/**
 * Tells a hook whose result has a new identity on every render from one that has a new result once in
 * a while. A new object with the old content is suspicious; whoever watches then runs the hook once
 * more with nothing changed, counting these runs: another new object in that run is unstable.
 */
export class UnstableDataWatch {
  private last: { value: unknown; runs: number } | undefined;

  see(value: unknown, runs: number): StabilityVerdict {
    const { last } = this;
    this.last = { value, runs };
    if (last === undefined || last.value === value || !deepEqual(last.value, value)) {
      return 'stable';
    }
    return runs > last.runs ? 'unstable' : 'suspicious';
  }
}
