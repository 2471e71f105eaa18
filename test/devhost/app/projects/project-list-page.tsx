import {
  Alert,
  Content,
  DataList,
  DataListCell,
  DataListItem,
  DataListItemCells,
  DataListItemRow,
  PageSection,
  Spinner,
  Title,
} from '@patternfly/react-core';
import { Link } from 'react-router-dom';
import { useLoaded } from '../api/use-loaded.ts';
import { displayNameOf, listProjects } from './project.ts';

export const ProjectListPage = () => {
  const [projects] = useLoaded(listProjects);
  return (
    <PageSection hasBodyWrapper={false} isFilled>
      <Title headingLevel="h1">Projects</Title>
      {projects.status === 'loading' && <Spinner aria-label="Loading projects" />}
      {projects.status === 'failed' && (
        <Alert component="h2" isInline variant="danger" title="The projects could not be listed">
          {projects.message}
        </Alert>
      )}
      {projects.status === 'loaded' && projects.data.length === 0 && (
        <Content component="p">There is no project that you may see.</Content>
      )}
      {projects.status === 'loaded' && projects.data.length > 0 && (
        <DataList aria-label="Projects">
          {projects.data.map((project) => (
            <DataListItem
              key={project.metadata.name}
              aria-labelledby={`project-${project.metadata.name}`}
            >
              <DataListItemRow>
                <DataListItemCells
                  dataListCells={[
                    <DataListCell key="name">
                      <Link
                        id={`project-${project.metadata.name}`}
                        to={`/projects/${project.metadata.name}`}
                      >
                        {displayNameOf(project)}
                      </Link>
                    </DataListCell>,
                    <DataListCell key="resource">{project.metadata.name}</DataListCell>,
                  ]}
                />
              </DataListItemRow>
            </DataListItem>
          ))}
        </DataList>
      )}
    </PageSection>
  );
};
