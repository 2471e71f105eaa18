import type { BrowserContext, ConsoleMessage, Page, Request, WebSocket } from '@playwright/test';
import { setTimeout as pause } from 'node:timers/promises';
import { keySearch } from './key-search.ts';
import { readPage } from './read-page.ts';
import { readCaches, readDatabases } from './read-stores.ts';

/** One answer may lead to the next question. */
const QUIET_MS = 250;
const PATIENCE_MS = 2_000;

/** A text that a test has seen, and where. */
interface Trace {
  place: string;
  text: string;
}

/**
 * Everything that leaves a page or stays in it: requests, answers, console, errors, storage, history and DOM. The
 * search for a key in it runs after every test.
 */
export class Recording {
  private readonly traces: Trace[] = [];
  private readonly pending: Promise<void>[] = [];
  private readonly unanswered = new Set<Request>();
  private readonly keys = new Set<string>();
  private readonly context: BrowserContext;
  /** Methods and paths of every request, in order. */
  readonly requests: string[] = [];
  /** Every script that was answered, by its path. */
  readonly scripts = new Map<string, string>();
  /** What the console said, and errors that nobody caught. */
  readonly said: string[] = [];

  /** Answers and console lines that could not be read, since the page had gone on. */
  readonly unread: string[] = [];

  constructor(context: BrowserContext) {
    this.context = context;
    context.on('request', (request) => {
      this.unanswered.add(request);
      this.keep(this.noteRequest(request));
    });
    context.on('requestfinished', (request) => {
      this.unanswered.delete(request);
      this.keep(this.noteAnswer(request));
    });
    context.on('requestfailed', (request) => this.unanswered.delete(request));
    context.on('console', (message) => this.keep(this.noteConsole(message)));
    context.pages().forEach((page) => this.listenTo(page));
    context.on('page', (page) => this.listenTo(page));
    context.on('weberror', (error) => {
      const { message, stack = '' } = error.error();
      this.said.push(`uncaught: ${message}`);
      this.note('page error', `${message}\n${stack}`);
    });
  }

  /** From now on this key may be nowhere but where a key belongs. */
  guard(key: string): void {
    this.keys.add(key);
  }

  /** Notes a text from beside the page, such as a log. */
  note(place: string, text: string): void {
    this.traces.push({ place, text });
  }

  /** Notes what the page shows and stores at this moment. */
  async look(page: Page): Promise<void> {
    for (const [place, text] of Object.entries(await page.evaluate(readPage))) {
      this.note(place, text);
    }
    this.note('cached answers', await page.evaluate(readCaches));
    this.note('indexedDB', await page.evaluate(readDatabases));
    const stored = await this.context.storageState();
    this.note('cookies', JSON.stringify(stored.cookies));
    for (const { origin: _origin, ...stores } of stored.origins) {
      for (const [store, entries] of Object.entries(stores)) {
        this.note(store, JSON.stringify(entries));
      }
    }
  }

  /** Waits, for a while, until every request has been answered and every answer read. */
  async settle(): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    let quietSince = Date.now();
    while (Date.now() < end && Date.now() - quietSince < QUIET_MS) {
      await pause(20);
      quietSince = this.unanswered.size > 0 ? Date.now() : quietSince;
    }
    await Promise.all(this.pending.splice(0));
  }

  /** The places at which a guarded key was seen, each once, in order. */
  placesOfKeys(): string[] {
    const search = keySearch(this.keys);
    const places = this.traces
      .filter(({ text }) => search(text).length > 0)
      .map(({ place }) => place);
    return [...new Set(places)];
  }

  private keep(noting: Promise<void>): void {
    this.pending.push(
      noting.catch((error: unknown) => {
        this.unread.push(String(error));
      }),
    );
  }

  private listenTo(page: Page): void {
    page.on('websocket', (socket) => this.noteFrames(socket));
  }

  private noteFrames(socket: WebSocket): void {
    const { pathname } = new URL(socket.url());
    this.note(`address of WebSocket ${pathname}`, socket.url());
    socket.on('framesent', ({ payload }) => {
      this.note(`sent to WebSocket ${pathname}`, String(payload));
    });
    socket.on('framereceived', ({ payload }) => {
      this.note(`received from WebSocket ${pathname}`, String(payload));
    });
  }

  /** The requests that would create something in nim-demo, dry or real. */
  creations(): string[] {
    return this.requests.filter((title) => /^POST .*\/nim-demo\//.test(title));
  }

  private async noteRequest(request: Request): Promise<void> {
    const title = titleOf(request);
    this.requests.push(title);
    this.note(`address of ${title}`, request.url());
    this.note(`body of ${title}`, request.postData() ?? '');
    this.note(`headers of ${title}`, JSON.stringify(await request.allHeaders()));
  }

  private async noteAnswer(request: Request): Promise<void> {
    const response = await request.response();
    if (!response) {
      return;
    }
    const title = titleOf(request);
    this.note(`headers of the answer to ${title}`, JSON.stringify(await response.allHeaders()));
    // "No content" has no body, and nobody can read that of "not modified" or of a redirect: neither the page nor a test.
    const body = isBodiless(response.status()) ? '' : await response.text();
    this.note(`answer to ${title}`, body);
    if (request.resourceType() === 'script') {
      this.scripts.set(new URL(request.url()).pathname, body);
    }
  }

  private async noteConsole(message: ConsoleMessage): Promise<void> {
    this.said.push(`${message.type()}: ${message.text()}`);
    const values = await Promise.all(message.args().map((argument) => argument.jsonValue()));
    this.note('console', `${message.text()} ${JSON.stringify(values)}`);
  }
}

const NO_CONTENT = 204;

const isBodiless = (status: number): boolean =>
  status === NO_CONTENT || (status >= 300 && status < 400);

const titleOf = (request: Request): string => {
  const { pathname, search } = new URL(request.url());
  return `${request.method()} ${pathname}${search}`;
};
