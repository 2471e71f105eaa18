import { readFileSync } from 'node:fs';
import type { Server } from 'node:https';
import { createSecureContext } from 'node:tls';

/** Looked at, not watched: a mounted Secret changes by a link's swap, which watchers often miss. */
const CHECK_MS = 10_000;

interface TlsFiles {
  key: string;
  cert: string;
}

/**
 * Serves new connections with the key and certificate that the files hold now. A pair that does not fit
 * (half of a replacement, for instance) is logged once and not used. Returns what stops the looking.
 */
export const reloadTls = (
  server: Pick<Server, 'setSecureContext'>,
  files: TlsFiles,
  log: { info: (line: string) => void; warn: (line: string) => void },
  checkMs = CHECK_MS,
): (() => void) => {
  let seen = contentOf(files);
  const look = (): void => {
    const content = contentOf(files);
    if (content === undefined || sameAs(seen, content)) {
      return;
    }
    seen = content;
    try {
      createSecureContext(content);
    } catch {
      log.warn('the changed TLS key and certificate do not fit, the former stay in use');
      return;
    }
    server.setSecureContext(content);
    log.info('TLS key and certificate were replaced');
  };
  const timer = setInterval(look, checkMs);
  timer.unref();
  return () => clearInterval(timer);
};

const contentOf = (files: TlsFiles): TlsFiles | undefined => {
  try {
    return { key: readFileSync(files.key, 'utf8'), cert: readFileSync(files.cert, 'utf8') };
  } catch {
    return undefined;
  }
};

const sameAs = (one: TlsFiles | undefined, other: TlsFiles): boolean =>
  one?.key === other.key && one.cert === other.cert;
