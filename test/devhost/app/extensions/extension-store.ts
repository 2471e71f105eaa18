import {
  PluginEventType,
  type LoadedExtension,
  type PluginStoreInterface,
} from '@openshift/dynamic-plugin-sdk';
import { deepEqual } from '../deep-equal.ts';
import type { ListedExtension } from './code-references.ts';
import { applySuppress } from './suppress.ts';

const notHere = (): never => {
  throw new Error('The dashboard loads plugins by module federation, not by the plugin store.');
};

/**
 * The list of all extensions and the flags that decide which of them are in use, behind the interface
 * of the plugin SDK, so that the SDK's own `useExtensions` works here and in a plugin. The real
 * dashboard has a store of its own for the same reason.
 */
export class ExtensionStore implements PluginStoreInterface {
  readonly sdkVersion = '5.0';
  private readonly all: ListedExtension[];
  private inUse: ListedExtension[] = [];
  private flags: Record<string, boolean> = {};
  private readonly listeners = new Map<PluginEventType, Set<VoidFunction>>();

  constructor(listed: ListedExtension[]) {
    this.all = applySuppress(listed);
    this.inUse = this.all.filter((extension) => this.isInUse(extension));
  }

  subscribe(events: PluginEventType[], listener: VoidFunction): VoidFunction {
    const sets = events.map((event) => this.listenersOf(event));
    sets.forEach((set) => set.add(listener));
    return () => sets.forEach((set) => set.delete(listener));
  }

  getExtensions(): LoadedExtension[] {
    return [...this.inUse];
  }

  getFeatureFlags(): Record<string, boolean> {
    return { ...this.flags };
  }

  setFeatureFlags(added: Record<string, boolean>): void {
    const flags = { ...this.flags, ...added };
    if (deepEqual(flags, this.flags)) {
      return;
    }
    this.flags = flags;
    const inUse = this.all.filter((extension) => this.isInUse(extension));
    const isChanged = !deepEqual(
      inUse.map(({ uid }) => uid),
      this.inUse.map(({ uid }) => uid),
    );
    this.inUse = inUse;
    if (isChanged) {
      this.tell(PluginEventType.ExtensionsChanged);
    }
    this.tell(PluginEventType.FeatureFlagsChanged);
  }

  getPluginInfo = notHere;
  loadPlugin = notHere;
  enablePlugins = notHere;
  disablePlugins = notHere;
  getExposedModule = notHere;

  private isInUse({ flags }: ListedExtension): boolean {
    const required = flags?.required ?? [];
    const disallowed = flags?.disallowed ?? [];
    return (
      required.every((flag) => this.flags[flag] === true) &&
      disallowed.every((flag) => this.flags[flag] === false)
    );
  }

  private listenersOf(event: PluginEventType): Set<VoidFunction> {
    const known = this.listeners.get(event) ?? new Set<VoidFunction>();
    this.listeners.set(event, known);
    return known;
  }

  private tell(event: PluginEventType): void {
    this.listenersOf(event).forEach((listener) => listener());
  }
}
