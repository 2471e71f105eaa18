import { type ComponentType, lazy } from 'react';

/**
 * A component in a file of its own. A file that does not come must not take the page with it: then another
 * one stands in its place.
 */
export const lazyOr = <Props>(
  load: () => Promise<ComponentType<Props>>,
  NotLoaded: ComponentType<Props>,
): ReturnType<typeof lazy<ComponentType<Props>>> =>
  lazy(async () => ({ default: await load().catch(() => NotLoaded) }));
