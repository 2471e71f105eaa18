import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { nimConfigSchema } from '../../src/config/nim-config.ts';
import { objectAt, type JsonObject } from '../embedded/cluster/json.ts';
import { readValue } from './manifests/written.ts';

/** What a zod schema says, in the words of Kubernetes' definitions; defaults are the reader's business. */
const inDefinition = (schema: z.ZodTypeAny): JsonObject => {
  if (schema instanceof z.ZodOptional) {
    return inDefinition(schema.unwrap());
  }
  if (schema instanceof z.ZodDefault) {
    return inDefinition(schema.removeDefault());
  }
  if (schema instanceof z.ZodObject) {
    const shape: [string, z.ZodTypeAny][] = Object.entries(schema.shape);
    const required = shape.filter(([, field]) => !field.isOptional()).map(([name]) => name);
    return {
      type: 'object',
      ...(required.length > 0 ? { required } : {}),
      properties: Object.fromEntries(shape.map(([name, field]) => [name, inDefinition(field)])),
    };
  }
  if (schema instanceof z.ZodEnum) {
    return { type: 'string', enum: schema.options };
  }
  if (schema instanceof z.ZodString) {
    return {
      type: 'string',
      ...(schema.minLength === null ? {} : { minLength: schema.minLength }),
    };
  }
  if (schema instanceof z.ZodBoolean) {
    return { type: 'boolean' };
  }
  throw new Error(`nobody has said what ${schema.constructor.name} is in a definition`);
};

const withoutDescriptions = (schema: unknown): unknown =>
  JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      key === 'description' && typeof value === 'string' ? undefined : value,
    ),
  );

describe('the schema of nimConfig', () => {
  const patch = readValue('manifests/dashboard/nim-config-schema.yaml');
  const added = Array.isArray(patch) ? objectAt(patch.at(-1), 'value') : {};

  it('says what the wizard reads, no more and no less', () => {
    expect(withoutDescriptions(added)).toEqual(inDefinition(nimConfigSchema));
  });

  it.each(['custom-catalog', 'disconnected', 'key-not-verified', 'key-per-deployment'])(
    'allows the example %s, which changes something',
    (name) => {
      const example = readValue(`manifests/examples/nim-config/${name}.yaml`);
      const config = objectAt(objectAt(example, 'spec'), 'nimConfig');
      const strict = { ...added, additionalProperties: false };
      expect(new Ajv().validate(strict, config)).toBe(true);
      expect(nimConfigSchema.parse(config)).not.toEqual(nimConfigSchema.parse({}));
    },
  );
});
