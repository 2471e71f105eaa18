import type { Answer } from './answer.ts';
import { isJsonObject, listAt, textAt, type JsonObject } from './json.ts';
import { notAcceptable } from './status.ts';

/** How a caller wants an object: as it is, or only its metadata. */
type Representation = { as: 'object' } | { as: 'metadata' | 'metadataList'; apiVersion: string };

const METADATA_KINDS: Readonly<Record<string, 'metadata' | 'metadataList'>> = {
  PartialObjectMetadata: 'metadata',
  PartialObjectMetadataList: 'metadataList',
};

const PLAIN_TYPES = ['application/json', 'application/*', '*/*'];

/**
 * An answer in the representation that the `Accept` header asks for first and that the API server knows: the object,
 * or `PartialObjectMetadata` of it. A Status stays what it is, and so does what is no resource (discovery).
 *
 * @throws Refusal 406, after what was asked for has been done, as the API server does
 */
export const represented = (accept: string | null, answered: Answer): Answer => {
  const { body } = answered;
  if (!isJsonObject(body) || !isJsonObject(body['metadata']) || body['kind'] === 'Status') {
    return answered;
  }
  const wanted = representationFor(accept ?? '*/*');
  return wanted.as === 'object' ? answered : { ...answered, body: metadataOnly(wanted, body) };
};

const representationFor = (accept: string): Representation => {
  const clauses = accept.split(',').map(readClause);
  const inOrder = clauses.toSorted((one, other) => other.quality - one.quality);
  for (const { type, parameters } of inOrder) {
    const representation = readRepresentation(type, parameters);
    if (representation) {
      return representation;
    }
  }
  throw notAcceptable('only the following media types are accepted: application/json');
};

interface Clause {
  type: string;
  parameters: Map<string, string>;
  quality: number;
}

const readClause = (clause: string): Clause => {
  const [type = '', ...rest] = clause.split(';').map((part) => part.trim());
  const parameters = new Map(
    rest.map((part): [string, string] => {
      const [name = '', value = ''] = part.split('=');
      return [name, value];
    }),
  );
  return { type, parameters, quality: Number(parameters.get('q') ?? 1) };
};

const readRepresentation = (
  type: string,
  parameters: Map<string, string>,
): Representation | undefined => {
  if (!PLAIN_TYPES.includes(type)) {
    return undefined;
  }
  const kind = parameters.get('as');
  if (kind === undefined) {
    return { as: 'object' };
  }
  const as = METADATA_KINDS[kind];
  const version = parameters.get('v') ?? '';
  const isServed = parameters.get('g') === 'meta.k8s.io' && ['v1', 'v1beta1'].includes(version);
  return as && isServed ? { as, apiVersion: `meta.k8s.io/${version}` } : undefined;
};

const metadataOnly = (
  { as, apiVersion }: Exclude<Representation, { as: 'object' }>,
  body: JsonObject,
): JsonObject => {
  const isList = 'items' in body;
  const kind = textAt(body, 'kind') ?? '';
  if (as === 'metadata') {
    if (isList) {
      throw notAcceptable(
        `you requested PartialObjectMetadata, but the requested object is a list (${kind})`,
      );
    }
    return { kind: 'PartialObjectMetadata', apiVersion, metadata: body['metadata'] };
  }
  if (!isList) {
    throw notAcceptable(
      `you requested PartialObjectMetadataList, but the requested object is not a list (${kind})`,
    );
  }
  const items = listAt(body, 'items').map((item) => ({
    kind: 'PartialObjectMetadata',
    apiVersion,
    metadata: isJsonObject(item) ? item['metadata'] : {},
  }));
  const { resourceVersion } = body['metadata'] as JsonObject;
  return {
    kind: 'PartialObjectMetadataList',
    apiVersion,
    metadata: { resourceVersion },
    items: items.length === 0 ? null : items,
  };
};
