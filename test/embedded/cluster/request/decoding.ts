import { isJsonObject, textAt, type JsonObject } from '../json.ts';
import { apiVersionOf, type ResourceType } from '../resource-type.ts';
import { metadataSchema } from '../schema/core-schemas.ts';
import { prune, withDefaults } from '../schema/pruning.ts';
import { schemaErrors } from '../schema/schema-errors.ts';
import type { Schema } from '../schema/schema.ts';
import { badRequest } from '../status.ts';
import type { StoredMeta, StoredObject } from '../stored-object.ts';
import { withoutEmpty } from './emptiness.ts';

/**
 * The JSON of a request's body.
 *
 * @throws Refusal 400 when it is none.
 */
export const parseJson = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    throw badRequest(`couldn't get version/kind; json parse error: ${faultOf(body)}`);
  }
};

const faultOf = (body: string): string => {
  const first = body.trimStart().charAt(0);
  return first === ''
    ? 'unexpected end of JSON input'
    : `invalid character '${first}' looking for beginning of value`;
};

/**
 * Reads a body as an object of the type that its address names: kind and version must agree, metadata must have the
 * right types, unknown fields fall away. A custom resource's own fields are only pruned here; what is wrong with
 * them is found when it is validated.
 *
 * @throws Refusal 400
 */
export const decode = (body: unknown, type: ResourceType): StoredObject => {
  if (!isJsonObject(body)) {
    throw badRequest("couldn't get version/kind; json parse error: the body is no object");
  }
  refuseOtherKind(body, type);
  const metadata = decodeMetadata(body['metadata'], type);
  const own = type.custom ? decodeCustom(body, type) : decodeCore(body, type);
  return { apiVersion: apiVersionOf(type), kind: type.kind, metadata, ...own };
};

const refuseOtherKind = (body: JsonObject, type: ResourceType): void => {
  const kind = textAt(body, 'kind') ?? '';
  const version = textAt(body, 'apiVersion') ?? '';
  if (type.custom && kind === '') {
    throw badRequest(`Object 'Kind' is missing in '${JSON.stringify(body)}'`);
  }
  // The API server's own kinds may leave out what the address says; custom resources may not.
  if (!type.custom && kind === '' && version === '') {
    return;
  }
  const wanted = apiVersionOf(type);
  if (!type.custom && (version !== wanted || kind !== type.kind)) {
    throw badRequest(wrongCoreKind(version, kind, wanted, type));
  }
  if (version !== wanted) {
    throw badRequest(
      `the API version in the data (${version}) does not match the expected API version (${wanted})`,
    );
  }
  if (kind !== type.kind) {
    throw badRequest(
      `the kind in the data (${kind}) does not match the expected kind (${wanted}, Kind=${type.kind})`,
    );
  }
};

const wrongCoreKind = (
  version: string,
  kind: string,
  wanted: string,
  type: ResourceType,
): string =>
  version === wanted
    ? `${kind} in version "${type.version}" cannot be handled as a ${type.kind}`
    : `the API version in the data (${version}) does not match the expected API version (${wanted})`;

const decodeMetadata = (given: unknown, type: ResourceType): StoredMeta => {
  const metadata = given ?? {};
  refuseWrongTypes(metadata, metadataSchema, type, 'metadata');
  const known = withoutEmpty(prune(metadata, metadataSchema), metadataSchema);
  const fields = isJsonObject(known) ? known : {};
  return { name: '', uid: '', creationTimestamp: '', ...fields };
};

const decodeCore = (body: JsonObject, type: ResourceType): JsonObject => {
  const { apiVersion: _version, kind: _kind, metadata: _metadata, ...own } = body;
  refuseWrongTypes(own, type.schema, type, '');
  const known = withoutEmpty(prune(own, type.schema), type.schema);
  return isJsonObject(known) ? known : {};
};

const decodeCustom = (body: JsonObject, type: ResourceType): JsonObject => {
  const { apiVersion: _version, kind: _kind, metadata: _metadata, ...own } = body;
  const known = withDefaults(prune(own, type.schema), type.schema);
  return isJsonObject(known) ? known : {};
};

const refuseWrongTypes = (value: unknown, schema: Schema, type: ResourceType, at: string): void => {
  const [fault] = schemaErrors(value, nullsAllowed(schema), at);
  const encoded = base64Fault(value, schema, at);
  if (fault || encoded) {
    const why = fault ? `${fault.field}: ${fault.body}` : encoded;
    throw badRequest(
      `${type.kind} in version "${type.version}" cannot be handled as a ${type.kind}: ${why}`,
    );
  }
};

/** Go reads null as "not set", in every place. */
const nullsAllowed = (schema: Schema): Schema => ({
  ...schema,
  nullable: true,
  ...(schema.properties ? { properties: allNullable(schema.properties) } : {}),
  ...(schema.additionalProperties
    ? { additionalProperties: nullsAllowed(schema.additionalProperties) }
    : {}),
  ...(schema.items ? { items: nullsAllowed(schema.items) } : {}),
});

const allNullable = (properties: Record<string, Schema>): Record<string, Schema> =>
  Object.fromEntries(Object.entries(properties).map(([key, field]) => [key, nullsAllowed(field)]));

const base64Shape = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const base64Fault = (value: unknown, schema: Schema, at: string): string | undefined => {
  if (schema.format === 'byte' && typeof value === 'string') {
    // Go's decoder lets line breaks pass.
    return base64Shape.test(value.replaceAll(/[\r\n]/g, ''))
      ? undefined
      : `${at}: decode base64: illegal base64 data`;
  }
  if (!isJsonObject(value)) {
    return undefined;
  }
  for (const [key, field] of Object.entries(value)) {
    const known = schema.properties?.[key] ?? schema.additionalProperties;
    const fault = known ? base64Fault(field, known, at ? `${at}.${key}` : key) : undefined;
    if (fault) {
      return fault;
    }
  }
  return undefined;
};
