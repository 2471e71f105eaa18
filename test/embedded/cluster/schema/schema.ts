/**
 * The part of Kubernetes' structural schemas (OpenAPI v3) that our kinds need, in its own vocabulary, so that a
 * schema can also be put into a CustomResourceDefinition as it is.
 */
export interface Schema {
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema;
  items?: Schema;
  enum?: string[];
  pattern?: string;
  format?: 'int32' | 'int64' | 'byte';
  minimum?: number;
  maxItems?: number;
  nullable?: boolean;
  default?: unknown;
  'x-kubernetes-int-or-string'?: true;
  'x-kubernetes-preserve-unknown-fields'?: true;
  'x-kubernetes-list-type'?: 'map' | 'atomic';
  'x-kubernetes-list-map-keys'?: string[];
}

export const text: Schema = { type: 'string' };
export const flag: Schema = { type: 'boolean' };
export const integer: Schema = { type: 'integer' };
export const int32: Schema = { type: 'integer', format: 'int32' };
export const int64: Schema = { type: 'integer', format: 'int64' };
export const base64: Schema = { type: 'string', format: 'byte' };
export const intOrText: Schema = { 'x-kubernetes-int-or-string': true };

/** A Kubernetes quantity (`30Gi`, `1`, `500m`); the pattern is the one KServe's definitions give. */
export const quantity: Schema = {
  pattern:
    '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$',
  'x-kubernetes-int-or-string': true,
};

/** Anything below this place is kept as it came, whatever it is: our table does not describe it. */
export const kept: Schema = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };

export const oneOf = (...values: string[]): Schema => ({ type: 'string', enum: values });

export const object = (properties: Record<string, Schema>, required: string[] = []): Schema => ({
  type: 'object',
  properties,
  ...(required.length > 0 ? { required } : {}),
});

export const mapOf = (values: Schema): Schema => ({
  type: 'object',
  additionalProperties: values,
});

export const listOf = (items: Schema): Schema => ({ type: 'array', items });

/** A list in which no two items may agree in all of `keys` (server-side apply's `map` list). */
export const listBy = (keys: string[], items: Schema): Schema => ({
  type: 'array',
  items,
  'x-kubernetes-list-type': 'map',
  'x-kubernetes-list-map-keys': keys,
});
