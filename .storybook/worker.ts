import { http, HttpResponse } from 'msw';
import { setupWorker, type SetupWorker } from 'msw/browser';

/**
 * The service worker that plays the network. What a dashboard's back end would be asked and no story
 * has an answer for fails, and says so; Storybook's own requests pass.
 */
export const startWorker = async (): Promise<SetupWorker> => {
  const worker = setupWorker(
    ...['/api/*', '/nim-wizard/*', '/wss/*'].map((path) => http.all(path, failUnexpected)),
  );
  await worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    // Beside the page, wherever a built Storybook is served.
    serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
  });
  return worker;
};

const failUnexpected = ({ request }: { request: Request }): Response =>
  HttpResponse.json(
    { message: `No handler answers ${request.method} ${new URL(request.url).pathname}.` },
    { status: 501 },
  );
