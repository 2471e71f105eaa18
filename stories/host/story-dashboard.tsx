import { PluginStoreProvider } from '@openshift/dynamic-plugin-sdk';
import { Alert } from '@patternfly/react-core';
import { type ReactElement, useState } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import extensions from '../../src/dashboard/extensions.ts';
import { SessionProvider } from '../../test/devhost/app/api/session-context.ts';
import { readSession, type Session } from '../../test/devhost/app/api/session.ts';
import { useLoaded } from '../../test/devhost/app/api/use-loaded.ts';
import { AreaFlags } from '../../test/devhost/app/extensions/area-flags.tsx';
import { ExtensionStore } from '../../test/devhost/app/extensions/extension-store.ts';
import { listExtensions } from '../../test/devhost/app/federation/list-extensions.ts';
import { ProjectListPage } from '../../test/devhost/app/projects/project-list-page.tsx';
import { ProjectPage } from '../../test/devhost/app/projects/project-page.tsx';
import dashboardStyles from '../../test/devhost/app/dashboard.css?inline';
import { BrokenRules } from '../../test/devhost/app/rules/broken-rules.tsx';
import { RuleBookProvider } from '../../test/devhost/app/rules/rule-book-context.tsx';
import { RuleBook } from '../../test/devhost/app/rules/rule-book.ts';
import { WizardPage } from '../../test/devhost/app/wizard/wizard-page.tsx';

export interface StoryDashboardProps {
  /** The page that is open at first: `/`, `/deploy`, `/projects/nim-demo` or `/projects/nim-demo/deploy`. */
  path: string;
}

/**
 * The pages of the development dashboard, with the plugin as a dashboard has it that bundles it: the
 * whole list of extensions, and every rule that the dashboard watches over.
 */
export const StoryDashboard = ({ path }: StoryDashboardProps): ReactElement | null => {
  const [session] = useLoaded(readSession);
  switch (session.status) {
    case 'loading':
      return null;
    case 'failed':
      return <Alert variant="danger" isInline title={session.message} />;
    case 'loaded':
      return (
        <div style={{ height: '100vh' }}>
          <style>{dashboardStyles}</style>
          <Pages session={session.data} path={path} />
        </div>
      );
  }
};

const Pages = (props: { session: Session; path: string }): ReactElement => {
  const [ruleBook] = useState(() => new RuleBook(console));
  const [store] = useState(
    () => new ExtensionStore(listExtensions('nimWizard', { default: extensions }, ruleBook)),
  );
  return (
    <RuleBookProvider value={ruleBook}>
      <SessionProvider value={props.session}>
        <PluginStoreProvider store={store}>
          <AreaFlags>
            <MemoryRouter initialEntries={[props.path]}>
              <BrokenRules />
              <Routes>
                <Route path="/" element={<ProjectListPage />} />
                <Route path="/projects/:name" element={<ProjectPage />} />
                <Route path="/projects/:name/deploy" element={<WizardPage />} />
                <Route path="/deploy" element={<WizardPage />} />
              </Routes>
            </MemoryRouter>
          </AreaFlags>
        </PluginStoreProvider>
      </SessionProvider>
    </RuleBookProvider>
  );
};
