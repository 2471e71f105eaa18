/** The reasons that the service answers with, each with its HTTP status (as Kubernetes pairs them). */
const codes = {
  BadRequest: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  RequestEntityTooLarge: 413,
  UnsupportedMediaType: 415,
  TooManyRequests: 429,
  InternalError: 500,
  ServiceUnavailable: 503,
} as const;

export type StatusReason = keyof typeof codes;

/** An error as the Kubernetes API says it, so that the dashboard reads it like any other. */
export interface StatusBody {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: Record<string, never>;
  status: 'Failure';
  message: string;
  reason: StatusReason;
  code: number;
  details?: { retryAfterSeconds: number };
}

/** Builds a Status. The message is shown to people: it says what to do and repeats no input. */
export const statusBody = (
  reason: StatusReason,
  message: string,
  retryAfterSeconds?: number,
): StatusBody => ({
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Failure',
  message,
  reason,
  code: codes[reason],
  ...(retryAfterSeconds === undefined ? {} : { details: { retryAfterSeconds } }),
});
