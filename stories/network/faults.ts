import { delay, http, type HttpHandler, HttpResponse } from 'msw';
import { type RefusedCode, refusedWrite } from './refused-write.ts';

/** An address that never answers: what is shown meanwhile stays. */
export const neverAnswers = (path: string): HttpHandler =>
  http.all(path, async () => {
    await delay('infinite');
    return new HttpResponse();
  });

/** An address that answers as ever, after this time. */
export const isSlow = (path: string, ms: number): HttpHandler =>
  http.all(path, () => delay(ms).then(() => undefined));

/** An address without a connection. */
export const breaks = (path: string): HttpHandler => http.all(path, () => HttpResponse.error());

/** An address without a connection, until that is back. */
export const breaksUntil = (path: string, connection: { isBack: boolean }): HttpHandler =>
  http.all(path, () => (connection.isBack ? undefined : HttpResponse.error()));

/** An address that always answers with this. */
export const answers = (
  path: string,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): HttpHandler =>
  http.all(path, () => HttpResponse.json(body as Record<string, unknown>, { status, headers }));

/** A cluster that passes every dry run of a write and refuses the write itself. */
export const refuses = (
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  code: RefusedCode = 500,
): HttpHandler =>
  http[METHODS[method]](path, async ({ request }) =>
    (await isDryRun(request)) ? undefined : refusedWrite(request, code),
  );

/** A deletion says it in its body, every other write in its address. */
export const isDryRun = async (request: Request): Promise<boolean> =>
  new URL(request.url).searchParams.has('dryRun') ||
  (await request.clone().text()).includes('"dryRun"');

const METHODS = { POST: 'post', PATCH: 'patch', DELETE: 'delete' } as const;
