import { z } from 'zod';

/** The part of a Kubernetes `Status` that says what went wrong. */
export const statusSchema = z.object({
  kind: z.literal('Status').optional(),
  code: z.number().optional(),
  reason: z.string().optional(),
  message: z.string().optional(),
  details: z
    .object({
      name: z.string().optional(),
      kind: z.string().optional(),
      group: z.string().optional(),
      causes: z
        .array(
          z.object({
            field: z.string().optional(),
            reason: z.string().optional(),
            message: z.string().optional(),
          }),
        )
        .nullish(),
    })
    .nullish(),
});

export type Status = z.infer<typeof statusSchema>;

export type ClusterErrorKind =
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'alreadyExists'
  | 'conflict'
  | 'invalid'
  | 'unreachable'
  | 'other';

/** A request that Kubernetes refused, or that had no answer. */
export interface ClusterError {
  kind: ClusterErrorKind;
  /** The API server's own words, or what happened to the request. */
  message: string;
  /** The HTTP code; missing when there was no answer. Of an answer that is not from Kubernetes it is known for lists only. */
  code?: number;
  status?: Status;
  /** What the host's fetch threw: while editing, the host wants its own error back. */
  thrown: unknown;
}

/** An answer that is none of Kubernetes': of a gateway, say, or a page. */
export class NotFromKubernetes extends Error {
  override name = 'NotFromKubernetes';
  readonly code: number | undefined;

  /** @param code the HTTP code, where it says that the request failed and is known */
  constructor(code?: number) {
    super('the dashboard answered with something that is not from Kubernetes');
    this.code = code;
  }
}

/** How a request to the cluster ended. */
export type ClusterOutcome<T> =
  { status: 'ok'; value: T } | { status: 'failed'; error: ClusterError };

const KIND_OF_CODE: Readonly<Record<number, ClusterErrorKind>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'notFound',
  422: 'invalid',
};

/**
 * Reads what a request threw. The host's error carries the `Status` as `statusObject`, for any code
 * from 400; the SDK's own, for a `Status` with a lower code, as `status`. Anything else means that no
 * answer came from Kubernetes.
 */
export const readClusterError = (thrown: unknown): ClusterError => {
  const status = statusOf(thrown);
  if (status === undefined) {
    const code = thrown instanceof NotFromKubernetes ? thrown.code : undefined;
    return {
      kind: 'unreachable',
      message: messageOf(thrown),
      ...(code === undefined ? {} : { code }),
      thrown,
    };
  }
  return {
    kind: kindOf(status),
    message: status.message ?? messageOf(thrown),
    ...(status.code === undefined ? {} : { code: status.code }),
    status,
    thrown,
  };
};

const thrownSchema = z.union([
  z.object({ statusObject: statusSchema }).transform((error) => error.statusObject),
  z
    .object({ status: statusSchema.extend({ kind: z.literal('Status') }) })
    .transform((error) => error.status),
]);

const statusOf = (thrown: unknown): Status | undefined => {
  const parsed = thrownSchema.safeParse(thrown);
  return parsed.success ? parsed.data : undefined;
};

const kindOf = (status: Status): ClusterErrorKind => {
  if (status.code === 409) {
    return status.reason === 'AlreadyExists' ? 'alreadyExists' : 'conflict';
  }
  return KIND_OF_CODE[status.code ?? 0] ?? 'other';
};

const messageOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);
