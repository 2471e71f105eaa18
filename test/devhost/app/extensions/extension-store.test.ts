import { PluginEventType } from '@openshift/dynamic-plugin-sdk';
import { describe, expect, it, vi } from 'vitest';
import type { ListedExtension } from './code-references.ts';
import { ExtensionStore } from './extension-store.ts';

const extension = (uid: string, flags: ListedExtension['flags'] = {}): ListedExtension => ({
  type: 'card',
  properties: {},
  flags,
  pluginName: 'plugin',
  uid,
});
const uids = (store: ExtensionStore) => store.getExtensions().map(({ uid }) => uid);

describe('ExtensionStore', () => {
  it('shows an extension once every flag that it requires is on', () => {
    const store = new ExtensionStore([extension('free'), extension('nim', { required: ['nim'] })]);
    expect(uids(store)).toEqual(['free']);
    store.setFeatureFlags({ nim: true });
    expect(uids(store)).toEqual(['free', 'nim']);
    store.setFeatureFlags({ nim: false });
    expect(uids(store)).toEqual(['free']);
  });

  it('shows an extension with a disallowed flag only while that flag is known to be off', () => {
    const store = new ExtensionStore([extension('legacy', { disallowed: ['nim'] })]);
    expect(uids(store)).toEqual([]);
    store.setFeatureFlags({ nim: false });
    expect(uids(store)).toEqual(['legacy']);
  });

  it('tells watchers of extensions only when the list has changed', () => {
    const store = new ExtensionStore([extension('nim', { required: ['nim'] })]);
    const listener = vi.fn<() => void>();
    store.subscribe([PluginEventType.ExtensionsChanged], listener);
    store.setFeatureFlags({ other: true });
    expect(listener).not.toHaveBeenCalled();
    store.setFeatureFlags({ nim: true });
    expect(listener).toHaveBeenCalledOnce();
  });

  it('stops telling who has unsubscribed', () => {
    const store = new ExtensionStore([extension('nim', { required: ['nim'] })]);
    const listener = vi.fn<() => void>();
    const unsubscribe = store.subscribe([PluginEventType.ExtensionsChanged], listener);
    unsubscribe();
    store.setFeatureFlags({ nim: true });
    expect(listener).not.toHaveBeenCalled();
  });
});
