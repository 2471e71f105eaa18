import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { z as z4 } from 'zod/v4';
import { z as mini } from 'zod/v4-mini';
import { isZod3, zod3Fault } from './zod-3.ts';

describe('zod3Fault', () => {
  it.each([z.string(), z.object({ a: z.number() }).refine(() => true), z.custom(() => true)])(
    'has nothing against a zod 3 schema',
    (schema) => {
      expect(zod3Fault(schema)).toBeUndefined();
      expect(isZod3(schema)).toBe(true);
    },
  );

  it.each([z4.string(), z4.object({}), mini.string()])('refuses a zod 4 schema', (schema) => {
    expect(zod3Fault(schema)).toBe('validationSchema is a zod 4 schema.');
  });

  it.each([{ safeParse: () => ({ success: true }) }, { _def: {} }, null, 'schema'])(
    'refuses what is no schema: %j',
    (schema) => {
      expect(zod3Fault(schema)).toContain('validationSchema');
    },
  );
});
