import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';

export interface LoadOptions {
  users: number;
  seconds: number;
  /**
   * Before each question a user pauses, at random, for up to so many milliseconds. People do not click at
   * the same moment; without a pause, answers that leave together come back as questions that arrive
   * together, and a few users march in step for the whole run.
   */
  pauseWithinMs: number;
  address: string;
  ask: (user: number) => { headers: Record<string, string>; body: string };
}

/**
 * Asks again and again, as so many users at once, each soon after the last answer. Says how many
 * milliseconds each answer took, by user and in order.
 */
export const load = async (options: LoadOptions): Promise<number[][]> => {
  const { users, seconds, pauseWithinMs, address, ask } = options;
  const dispatcher = new Agent({ connections: users });
  const end = performance.now() + seconds * 1000;
  const asUser = async (user: number): Promise<number[]> => {
    const times: number[] = [];
    while (performance.now() < end) {
      await sleep(Math.random() * pauseWithinMs);
      const before = performance.now();
      const answer = await request(address, { method: 'POST', ...ask(user), dispatcher });
      await answer.body.dump();
      if (answer.statusCode !== 200) {
        throw new Error(`answered ${answer.statusCode}`);
      }
      times.push(performance.now() - before);
    }
    return times;
  };
  const times = await Promise.all(Array.from({ length: users }, (_, user) => asUser(user)));
  await dispatcher.close();
  return times;
};

/** What is left of each time without the part that somebody else took of it, all users together. */
export const without = (times: number[][], parts: (user: number) => number[]): number[] =>
  times.flatMap((ofUser, user) => {
    const taken = parts(user);
    if (taken.length !== ofUser.length) {
      throw new Error(`user ${user} asked ${ofUser.length} times, NVIDIA ${taken.length}`);
    }
    return ofUser.map((time, index) => time - (taken[index] ?? 0));
  });

/** The time that so many of a hundred do not exceed. */
export const percentile = (times: readonly number[], percent: number): number => {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? Number.NaN;
};
