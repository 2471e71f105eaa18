import { describe, expect, it } from 'vitest';
import { loadManifests } from './manifests.node.ts';
import { seedObjects } from './seed.ts';

describe('the seed', () => {
  it('installs the plugin’s manifests into the dashboard’s namespace', () => {
    const installed = seedObjects(loadManifests())
      .filter(({ metadata }) => metadata.namespace === 'opendatahub')
      .map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(installed).toEqual(
      expect.arrayContaining(['ConfigMap nim-models-data', 'Template nim-http-template']),
    );
  });

  it('leaves a namespace that a manifest names', () => {
    const placed = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'a', namespace: 'nim-demo' },
    };
    expect(seedObjects([placed])).toContainEqual(placed);
  });
});
