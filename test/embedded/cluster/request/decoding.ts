import { invalidValue } from '../field-errors.ts';
import { isJsonObject, textAt, type JsonObject } from '../json.ts';
import { apiVersionOf, type ResourceType } from '../resource-type.ts';
import { metadataSchema } from '../schema/core-schemas.ts';
import { prune, withDefaults, withoutNulls } from '../schema/pruning.ts';
import { schemaErrors } from '../schema/schema-errors.ts';
import type { Schema } from '../schema/schema.ts';
import { badRequest, invalid, Refusal, unsupportedMediaType } from '../status.ts';
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
    throw badRequest(unreadable(faultOf(body)));
  }
};

const unreadable = (fault: string): string =>
  `couldn't get version/kind; json parse error: ${fault}`;

const bodyTypes = ['application/json', 'application/yaml'];
const ownBodyTypes = [...bodyTypes, 'application/vnd.kubernetes.protobuf'];

/**
 * Reads the body of a request that creates or replaces an object. Only JSON is spoken here; the API server's other
 * formats are in its list all the same.
 *
 * @throws Refusal 400, 415
 */
export const readObject = (body: string, contentType: string, type: ResourceType): unknown => {
  const [mediaType = ''] = contentType.split(';');
  if (!['', 'application/json'].includes(mediaType.trim())) {
    throw unsupportedMediaType(type.custom ? bodyTypes : ownBodyTypes);
  }
  try {
    return JSON.parse(body);
  } catch {
    const fault = unreadable(faultOf(body));
    throw badRequest(
      `the object provided is unrecognized (must be of type ${type.kind}): ${fault} (${shownBytes(body)})`,
    );
  }
};

/** Go shows a body that it cannot read in hexadecimal. */
const shownBytes = (text: string): string =>
  text === ''
    ? '<empty>'
    : Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join(
        '',
      );

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

/**
 * Reads what a patch has made of an object.
 *
 * @throws Refusal 422: the patch is to blame, whatever is wrong.
 */
export const decodePatched = (document: unknown, type: ResourceType): StoredObject => {
  try {
    return decode(document, type);
  } catch (error) {
    if (error instanceof Refusal && error.status.code === 400) {
      throw invalid({ kind: '', group: '' }, '', [
        invalidValue('patch', JSON.stringify(document), error.message),
      ]);
    }
    throw error;
  }
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
    const name = textAt(body['metadata'], 'name') ?? '';
    throw invalid({ kind, group: type.group }, name, [
      invalidValue('kind', kind, `must be ${type.kind}`),
    ]);
  }
};

const wrongCoreKind = (
  version: string,
  kind: string,
  wanted: string,
  type: ResourceType,
): string =>
  version === wanted
    ? `${kind} in version "${version}" cannot be handled as a ${type.kind}: converting (${version}.${kind}) to (${type.kind}): unknown conversion`
    : `${kind} in version "${version}" cannot be handled as a ${type.kind}: no kind "${kind}" is registered for version "${version}"`;

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
  const pruned = withoutNulls(prune(own, type.schema), type.schema);
  const known = withDefaults(pruned, type.schema);
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
