import '../../test/factories/without-style-sheets.ts';
import { describe, expect, it } from 'vitest';
import extensions from './extensions.ts';

const references = extensions.flatMap(({ type, properties }) =>
  Object.entries(properties).flatMap(([name, value]) =>
    typeof value === 'function' ? [[`${type} ${name}`, value as () => unknown] as const] : [],
  ),
);

describe("the plugin's extensions, for a dashboard that bundles them", () => {
  it.each(references)('have code behind %s', async (_name, reference) => {
    expect(await reference()).toEqual(expect.anything());
  });

  it('are an array, as the host expects it: anything else breaks its every page', () => {
    expect(Array.isArray(extensions)).toBe(true);
  });
});
