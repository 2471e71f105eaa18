/** One wrong field, as `details.causes` of a Status lists it. */
export interface StatusCause {
  reason: string;
  message: string;
  field?: string;
}

export interface StatusDetails {
  name?: string;
  group?: string;
  kind?: string;
  uid?: string;
  causes?: StatusCause[];
  retryAfterSeconds?: number;
}

/** What Kubernetes answers when it does not answer with an object (`meta/v1` Status). */
export interface Status {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: object;
  status: 'Success' | 'Failure';
  message?: string;
  reason?: string;
  details?: StatusDetails;
  code?: number;
}

/**
 * Ends the answering of a request with a failure.
 *
 * A request passes a dozen checks in several rooms, and each can be the last: thrown here, caught in one
 * place (`embedded-cluster.ts`), it says what the API server says.
 */
export class Refusal extends Error {
  readonly status: Status;

  constructor(status: Status) {
    super(status.message);
    this.name = 'Refusal';
    this.status = status;
  }
}

const details = (given: {
  name?: string | undefined;
  group?: string | undefined;
  kind?: string | undefined;
  causes?: StatusCause[] | undefined;
}): StatusDetails => ({
  ...(given.name ? { name: given.name } : {}),
  ...(given.group ? { group: given.group } : {}),
  ...(given.kind ? { kind: given.kind } : {}),
  ...(given.causes?.length ? { causes: given.causes } : {}),
});

const failure = (code: number, reason: string, message: string, about?: StatusDetails): Refusal =>
  new Refusal({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    reason,
    ...(about ? { details: about } : {}),
    code,
  });

/** Names a resource in messages as Kubernetes does: `secrets`, `inferenceservices.serving.kserve.io`. */
export const qualifiedResource = (type: { plural: string; group: string }): string =>
  type.group === '' ? type.plural : `${type.plural}.${type.group}`;

type Named = { plural: string; group: string };

export const unauthorized = (): Refusal => failure(401, 'Unauthorized', 'Unauthorized');

export const badRequest = (message: string): Refusal => failure(400, 'BadRequest', message);

export const notFound = (type: Named, name: string): Refusal =>
  failure(
    404,
    'NotFound',
    `${qualifiedResource(type)} "${name}" not found`,
    details({ name, group: type.group, kind: type.plural }),
  );

export const alreadyExists = (type: Named, name: string): Refusal =>
  failure(
    409,
    'AlreadyExists',
    `${qualifiedResource(type)} "${name}" already exists`,
    details({ name, group: type.group, kind: type.plural }),
  );

export const conflict = (type: Named, name: string, why: string): Refusal =>
  failure(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualifiedResource(type)} "${name}": ${why}`,
    details({ name, group: type.group, kind: type.plural }),
  );

export const forbidden = (type: Named, name: string | undefined, why: string): Refusal =>
  failure(
    403,
    'Forbidden',
    `${qualifiedResource(type)}${name ? ` "${name}"` : ''} is forbidden: ${why}`,
    details({ name, group: type.group, kind: type.plural }),
  );

export const forbiddenPath = (user: string, verb: string, path: string): Refusal =>
  failure(403, 'Forbidden', `forbidden: User "${user}" cannot ${verb} path "${path}"`, {});

/** A field error in Kubernetes' words; `body` is what follows the field in the message. */
export interface FieldError {
  field: string;
  reason: string;
  body: string;
}

export const invalid = (
  type: { kind: string; group: string },
  name: string,
  errors: FieldError[],
): Refusal => {
  const lines = errors.map((error) => `${error.field}: ${error.body}`);
  const title = type.group === '' ? type.kind : `${type.kind}.${type.group}`;
  return failure(
    422,
    'Invalid',
    `${title} "${name}" is invalid: ${lines.length === 1 ? lines[0] : `[${lines.join(', ')}]`}`,
    details({
      name,
      group: type.group,
      kind: type.kind,
      causes: errors.map(({ field, reason, body }) => ({ reason, message: body, field })),
    }),
  );
};

export const methodNotAllowed = (): Refusal =>
  failure(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );

export const notAcceptable = (message: string): Refusal => failure(406, 'NotAcceptable', message);

/** Without a list of accepted types it is the router that refuses, before the server has looked. */
export const unsupportedMediaType = (accepted?: string[]): Refusal =>
  accepted
    ? failure(
        415,
        'UnsupportedMediaType',
        `the body of the request was in an unknown format - accepted media types include: ${accepted.join(', ')}`,
      )
    : failure(415, 'UnsupportedMediaType', '415: Unsupported Media Type', {});

/** What the API server's storage cannot do, and nobody upstream has refused. */
export const storageFault = (message: string): Refusal =>
  new Refusal({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    code: 500,
  });

/** A resource of a known group that the server does not serve. */
export const unknownResource = (): Refusal =>
  failure(404, 'NotFound', 'the server could not find the requested resource', {});
