import { sharedByHost } from './shared-modules.ts';

/** What a host of Module Federation offers of one version of a module. */
export interface SharedVersion {
  get: () => Promise<() => unknown> | (() => unknown);
  /** Set once the page uses this copy. */
  loaded?: boolean | undefined;
  /** There as soon as the copy's code is. */
  lib?: (() => unknown) | undefined;
}

/** The host's share scope: module name, version, offer. */
export type ShareScope = Readonly<Record<string, Readonly<Record<string, SharedVersion>>>>;

/** Under this symbol the plugin's built code finds the modules that it takes from the host. */
export const SHARED = Symbol.for('nimWizard.shared');

/**
 * Takes every shared module that the plugin's code imports from the host: the copy that the page uses
 * already, else the newest fitting version. Other plugins may offer newer copies; a second copy of React
 * beside the one in use would break both.
 *
 * @throws Error naming a module that the host does not provide, or only in a version that does not fit
 */
export const takeShared = async (scope: ShareScope): Promise<Record<string, unknown>> =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(sharedByHost).map(async ([name, least]) => {
        const offer = newestFitting(name, scope[name] ?? {}, least);
        const factory = await offer.get();
        return [name, factory()] as const;
      }),
    ),
  );

const newestFitting = (
  name: string,
  offers: Readonly<Record<string, SharedVersion>>,
  least: string,
): SharedVersion => {
  const all = Object.entries(offers);
  const inUse = all.filter(([, offer]) => isInUse(offer));
  const candidates = inUse.length > 0 ? inUse : all;
  const [newest] = candidates
    .filter(([version]) => fits(version, least))
    .toSorted(([one], [other]) => compare(other, one));
  if (!newest) {
    const offered = candidates.map(([version]) => version).join(', ') || 'none';
    throw new Error(
      `nimWizard needs ${name} ${least} or a later minor version from the dashboard; it provides ${offered}.`,
    );
  }
  return newest[1];
};

/** As the runtime of Module Federation itself tells (`isLoaded` of its runtime-core). */
const isInUse = ({ loaded, lib }: SharedVersion): boolean =>
  loaded === true || typeof lib === 'function';

const numbersOf = (version: string): number[] =>
  version.split('.').map((part) => parseInt(part, 10));

const fits = (version: string, least: string): boolean =>
  numbersOf(version)[0] === numbersOf(least)[0] && compare(version, least) >= 0;

const compare = (one: string, other: string): number => {
  const [left, right] = [numbersOf(one), numbersOf(other)];
  const differing = [0, 1, 2].find((index) => (left[index] ?? 0) !== (right[index] ?? 0));
  return differing === undefined ? 0 : (left[differing] ?? 0) - (right[differing] ?? 0);
};
