import { PluginStoreProvider } from '@openshift/dynamic-plugin-sdk';
import { Page, PageSection, Title } from '@patternfly/react-core';
import { useMemo, type ReactNode } from 'react';
import { BrowserRouter, Route, Routes, useMatch } from 'react-router-dom';
import { SessionProvider } from '../api/session-context.ts';
import type { Session } from '../api/session.ts';
import { AreaFlags } from '../extensions/area-flags.tsx';
import type { ExtensionStore } from '../extensions/extension-store.ts';
import { useListedExtensions } from '../extensions/use-resolved-extensions.ts';
import { ProjectListPage } from '../projects/project-list-page.tsx';
import { ProjectPage } from '../projects/project-page.tsx';
import { BrokenRules } from '../rules/broken-rules.tsx';
import { RuleBookProvider } from '../rules/rule-book-context.tsx';
import type { RuleBook } from '../rules/rule-book.ts';
import { WizardPage } from '../wizard/wizard-page.tsx';
import { DashboardMasthead } from './dashboard-masthead.tsx';
import { DashboardNavigation } from './dashboard-navigation.tsx';
import { LazyComponent } from './lazy-component.tsx';

interface DashboardProps {
  ruleBook: RuleBook;
  session: Session;
  store: ExtensionStore;
}

export const Dashboard = ({ ruleBook, session, store }: DashboardProps) => (
  <RuleBookProvider value={ruleBook}>
    <SessionProvider value={session}>
      <PluginStoreProvider store={store}>
        <AreaFlags>
          <BrowserRouter>
            <Shell />
          </BrowserRouter>
        </AreaFlags>
      </PluginStoreProvider>
    </SessionProvider>
  </RuleBookProvider>
);

const Shell = () => {
  const routes = useListedExtensions('app.route');
  return (
    <Page
      masthead={<DashboardMasthead />}
      sidebar={<DashboardNavigation />}
      isManagedSidebar
      defaultManagedSidebarIsOpen={false}
      mainAriaLabel="Dashboard"
      isContentFilled
    >
      <WithBrokenRules>
        <Routes>
          <Route path="/" element={<ProjectListPage />} />
          <Route path="/projects/:name" element={<ProjectPage />} />
          <Route path="/projects/:name/deploy" element={<WizardPage />} />
          <Route path="/deploy" element={<WizardPage />} />
          {routes.map(({ uid, properties }) => (
            <Route
              key={uid}
              path={String(properties['path'])}
              element={
                <LazyComponent
                  name={`app.route ${String(properties['path'])}`}
                  reference={properties['component']}
                />
              }
            />
          ))}
          <Route
            path="*"
            element={
              <PageSection hasBodyWrapper={false}>
                <Title headingLevel="h1">There is no such page</Title>
              </PageSection>
            }
          />
        </Routes>
      </WithBrokenRules>
    </Page>
  );
};

/** The wizard's page shows broken rules in the place of the wizard; every other page above its content. */
const WithBrokenRules = ({ children }: { children: ReactNode }) => {
  const inProject = useMatch('/projects/:name/deploy');
  const alone = useMatch('/deploy');
  const isWizard = useMemo(() => inProject !== null || alone !== null, [alone, inProject]);
  return (
    <>
      {!isWizard && <BrokenRules />}
      {children}
    </>
  );
};
