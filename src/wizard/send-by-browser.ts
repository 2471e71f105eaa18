import type { SendRequest } from '../apiKey/ask-service.ts';

/** The browser's own `fetch`, looked up at the moment of the request. */
export const sendByBrowser: SendRequest = (path, request) => fetch(path, request);
