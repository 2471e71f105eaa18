import type { z } from 'zod';

/** What is wrong with a field's schema, or undefined if zod 3 can put it into an object. */
export const zod3Fault = (schema: unknown): string | undefined => {
  if (typeof schema !== 'object' || schema === null) {
    return `validationSchema is ${schema === null ? 'null' : `a ${typeof schema}`}.`;
  }
  if ('_zod' in schema) {
    return 'validationSchema is a zod 4 schema.';
  }
  const definition: unknown = Reflect.get(schema, '_def');
  const typeName: unknown =
    typeof definition === 'object' && definition !== null && 'typeName' in definition
      ? definition.typeName
      : undefined;
  return typeof typeName === 'string' && '_parse' in schema
    ? undefined
    : 'validationSchema has no zod 3 type name (_def.typeName).';
};

export const isZod3 = (schema: unknown): schema is z.ZodTypeAny => zod3Fault(schema) === undefined;
