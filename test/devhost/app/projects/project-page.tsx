import {
  Breadcrumb,
  BreadcrumbItem,
  PageSection,
  Tab,
  Tabs,
  TabTitleText,
  Title,
} from '@patternfly/react-core';
import { useCallback } from 'react';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { useLoaded } from '../api/use-loaded.ts';
import { DeploymentsTab } from './deployments-tab.tsx';
import { displayNameOf, listProjects } from './project.ts';
import { SettingsTab } from './settings-tab.tsx';

const DEPLOYMENTS = 'deployments';

export const ProjectPage = () => {
  const { name = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const [projects] = useLoaded(useCallback(() => listProjects(), []));
  const project =
    projects.status === 'loaded'
      ? projects.data.find(({ metadata }) => metadata.name === name)
      : undefined;
  return (
    <PageSection hasBodyWrapper={false} isFilled>
      <Breadcrumb>
        <BreadcrumbItem>
          <Link to="/">Projects</Link>
        </BreadcrumbItem>
        <BreadcrumbItem isActive>{name}</BreadcrumbItem>
      </Breadcrumb>
      <Title headingLevel="h1">{project ? displayNameOf(project) : name}</Title>
      <Tabs
        aria-label="Project"
        activeKey={search.get('section') ?? DEPLOYMENTS}
        onSelect={(_event, section) => setSearch({ section: String(section) }, { replace: true })}
        mountOnEnter
        unmountOnExit
      >
        <Tab eventKey={DEPLOYMENTS} title={<TabTitleText>Deployments</TabTitleText>}>
          <DeploymentsTab namespace={name} />
        </Tab>
        <Tab eventKey="settings" title={<TabTitleText>Settings</TabTitleText>}>
          <SettingsTab namespace={name} />
        </Tab>
      </Tabs>
    </PageSection>
  );
};
