/** What asking NVIDIA can come to. */
export type NgcAnswer<T> =
  | { status: 'ok'; value: T }
  /** An answer that says no, and would say so again: 401, 403, 404, 451, ... */
  | { status: 'refused'; code: number }
  /** After all attempts nobody could tell: too many requests, an error of theirs, no connection. */
  | { status: 'unknown'; reason: string };

/** Why there is no value, in words for a person. */
export const describeAnswer = (answer: Exclude<NgcAnswer<unknown>, { status: 'ok' }>): string =>
  answer.status === 'refused' ? `NVIDIA answered ${answer.code}` : answer.reason;
