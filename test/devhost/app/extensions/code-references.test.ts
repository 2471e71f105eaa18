import { describe, expect, it, vi } from 'vitest';
import { nameExtension, resolveCodeReferences } from './code-references.ts';

const resolve = async (properties: Record<string, unknown>) => {
  const reported: string[] = [];
  const resolution = await resolveCodeReferences(properties, (_path, detail) => {
    reported.push(detail);
  });
  return { ...resolution, reported };
};

describe('resolveCodeReferences', () => {
  it('puts what each reference promises in its place, also in nested objects and arrays', async () => {
    const { properties } = await resolve({
      id: 'nim',
      field: () => Promise.resolve('field'),
      nested: { deep: () => Promise.resolve('deep') },
      list: [{ item: () => Promise.resolve('item') }],
    });
    expect(properties).toEqual({
      id: 'nim',
      field: 'field',
      nested: { deep: 'deep' },
      list: [{ item: 'item' }],
    });
  });

  it('lets a reference resolve to a function, which is not called', async () => {
    const { properties } = await resolve({ deploy: () => Promise.resolve(() => 'called') });
    expect(properties['deploy']).toBeTypeOf('function');
  });

  it('leaves the extension as it was', async () => {
    const original = { field: () => Promise.resolve('field') };
    await resolve(original);
    expect(original.field).toBeTypeOf('function');
  });

  it('reports a function that returns no promise, with its place', async () => {
    const { faults, reported } = await resolve({ nested: { isActive: () => true } });
    expect(faults).toBe(1);
    expect(reported).toEqual([
      'properties.nested.isActive returned no promise when it was called without arguments.',
    ]);
  });

  it('reports a function that throws when it is called without arguments', async () => {
    const { reported } = await resolve({
      isActive: (state: { type: string }) => state.type === 'nim',
    });
    expect(reported).toEqual([expect.stringContaining('properties.isActive threw')]);
  });

  it('leaves a function alone that is itself an item of an array', async () => {
    const { properties, faults } = await resolve({ list: [() => 'item'] });
    expect(properties['list']).toEqual([expect.any(Function)]);
    expect(faults).toBe(0);
  });

  it('reports a promise that has not settled for ten seconds', async () => {
    vi.useFakeTimers();
    const reported: string[] = [];
    const never = { field: () => new Promise(() => undefined) };
    void resolveCodeReferences(never, (_path, detail) => reported.push(detail));
    await vi.advanceTimersByTimeAsync(9999);
    expect(reported).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(reported).toEqual(['properties.field has not settled for 10 seconds.']);
    vi.useRealTimers();
  });

  it('keeps a promise that rejects as an error, not as a fault', async () => {
    const gone = new Error('chunk is gone');
    const { properties, errors, faults } = await resolve({ field: () => Promise.reject(gone) });
    expect({ properties, errors, faults }).toEqual({
      properties: { field: undefined },
      errors: [gone],
      faults: 0,
    });
  });
});

describe('nameExtension', () => {
  it.each([
    [{ id: 'nim-wizard' }, 'plugin app.area (nim-wizard)'],
    [{ fieldId: 'nimWizard/model' }, 'plugin app.area (nimWizard/model)'],
    [{}, 'plugin app.area'],
  ])('names an extension with %j', (properties, name) => {
    expect(nameExtension({ type: 'app.area', properties, pluginName: 'plugin' })).toBe(name);
  });
});
