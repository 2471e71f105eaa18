import { delay, http, type HttpHandler, HttpResponse } from 'msw';

/** An address that never answers: what is shown meanwhile stays. */
export const neverAnswers = (path: string): HttpHandler =>
  http.all(path, async () => {
    await delay('infinite');
    return new HttpResponse();
  });

/** An address without a connection. */
export const breaks = (path: string): HttpHandler => http.all(path, () => HttpResponse.error());

/** An address that always answers with this. */
export const answers = (
  path: string,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): HttpHandler =>
  http.all(path, () => HttpResponse.json(body as Record<string, unknown>, { status, headers }));
