import type { FieldError } from './status.ts';

// Kubernetes' own words (apimachinery, `util/validation/field`): message and machine-readable reason belong together.

// Values are shown as Go shows them.
const shown = (value: unknown): string =>
  Array.isArray(value)
    ? `[]string{${value.map(shown).join(', ')}}`
    : (JSON.stringify(value) ?? 'null');

export const required = (field: string, why = ''): FieldError => ({
  field,
  reason: 'FieldValueRequired',
  body: why ? `Required value: ${why}` : 'Required value',
});

export const invalidValue = (field: string, value: unknown, why: string): FieldError => ({
  field,
  reason: 'FieldValueInvalid',
  body: `Invalid value: ${shown(value)}: ${why}`,
});

export const forbiddenField = (field: string, why: string): FieldError => ({
  field,
  reason: 'FieldValueForbidden',
  body: `Forbidden: ${why}`,
});

export const unsupportedValue = (
  field: string,
  value: unknown,
  supported: string[],
): FieldError => ({
  field,
  reason: 'FieldValueNotSupported',
  body: `Unsupported value: ${shown(value)}: supported values: ${supported.map(shown).join(', ')}`,
});

export const tooLong = (field: string, limit: number): FieldError => ({
  field,
  reason: 'FieldValueTooLong',
  body: `Too long: must have at most ${limit} bytes`,
});
