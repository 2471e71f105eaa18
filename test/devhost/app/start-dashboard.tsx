import { Alert } from '@patternfly/react-core';
import { createRoot } from 'react-dom/client';
import { setUpSdkUtils } from './api/app-fetch.ts';
import { readSession, type Session } from './api/session.ts';
import { ExtensionStore } from './extensions/extension-store.ts';
import { loadExtensions, startFederation } from './federation/load-remote.ts';
import { watchCopies } from './rules/copies.ts';
import { RuleBook, type Log } from './rules/rule-book.ts';
import { Dashboard } from './shell/dashboard.tsx';

interface StartOptions {
  root: HTMLElement;
  log: Log;
}

/** Starts the dashboard; like the real one, it shows nothing before the remote has answered. */
export const startDashboard = async ({ root, log }: StartOptions): Promise<void> => {
  const ruleBook = new RuleBook(log);
  const reactRoot = createRoot(root);
  setUpSdkUtils();
  const federation = startFederation();
  watchCopies(ruleBook, federation);
  let session: Session;
  try {
    session = await readSession();
  } catch (error) {
    log.error(error);
    reactRoot.render(
      <Alert component="h1" variant="danger" title="The dashboard’s back end does not answer">
        {error instanceof Error ? error.message : String(error)}
      </Alert>,
    );
    return;
  }
  const store = new ExtensionStore(await loadExtensions(ruleBook));
  reactRoot.render(<Dashboard ruleBook={ruleBook} session={session} store={store} />);
};
