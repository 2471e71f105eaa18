import { describe, expect, it, vi } from 'vitest';
import { createStopList } from './stop-list.ts';

const never = (): Promise<void> => new Promise(() => undefined);

describe('what is running', () => {
  it('is stopped in reverse, one after the other', async () => {
    const order: string[] = [];
    const list = createStopList();
    list.add('first', async () => void order.push('first'));
    list.add('second', async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      order.push('second');
    });
    expect(await list.stopAll()).toEqual([]);
    expect(order).toEqual(['second', 'first']);
  });

  it('is stopped once', async () => {
    const stop = vi.fn<() => Promise<void>>(async () => undefined);
    const list = createStopList();
    list.add('one', stop);
    await Promise.all([list.stopAll(), list.stopAll()]);
    await list.stopAll();
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it('is named and passed over if it does not stop in time', async () => {
    const list = createStopList(30);
    list.add('quick', async () => undefined);
    list.add('hanging', never);
    expect(await list.stopAll()).toEqual(['hanging']);
  });

  it('does not keep the others running when its own stopping fails', async () => {
    const stop = vi.fn<() => Promise<void>>(async () => undefined);
    const list = createStopList();
    list.add('good', stop);
    list.add('bad', () => Promise.reject(new Error('no')));
    expect(await list.stopAll()).toEqual(['bad']);
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it('that is still starting when all is stopped is stopped as soon as it has started', async () => {
    const stop = vi.fn<() => Promise<void>>(async () => undefined);
    const list = createStopList();
    await list.stopAll();
    list.add('late', stop);
    expect(stop).toHaveBeenCalledTimes(1);
  });
});
