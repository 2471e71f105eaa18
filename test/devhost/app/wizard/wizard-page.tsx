import { Content, PageSection, Title } from '@patternfly/react-core';
import { useCallback } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router-dom';
import type { Deployment } from '../../../../src/dashboard/host-contract.ts';
import { BrokenRules } from '../rules/broken-rules.tsx';
import { useBrokenRules } from '../rules/rule-book-context.tsx';
import { DeploymentWizard } from './deployment-wizard.tsx';
import { useReadDeployment } from './edit/use-read-deployment.ts';
import type { InitialData } from './initial-data.ts';

/** What the router's history keeps for the wizard: plain data, and nothing secret. */
export interface WizardHistoryState {
  initialData?: InitialData;
  existingDeployment?: Deployment;
  /** Another one mounts the wizard anew. */
  refreshKey?: number;
}

/** The wizard in a page. While a rule is broken there is no wizard, as there would be none that works. */
export const WizardPage = () => {
  const { name: projectName } = useParams();
  const location = useLocation();
  const navigate = useNavigate();
  const brokenRules = useBrokenRules();
  const readDeployment = useReadDeployment();
  const history = (location.state ?? {}) as WizardHistoryState;
  const { initialData, existingDeployment, refreshKey } = history;

  const onRefresh = useCallback(async () => {
    if (existingDeployment && readDeployment.isLoaded) {
      const latest = await readDeployment.again(existingDeployment);
      const next: WizardHistoryState = { ...latest, refreshKey: Date.now() };
      await navigate(location.pathname, { replace: true, state: next });
    }
  }, [existingDeployment, location.pathname, navigate, readDeployment]);

  const onLeave = useCallback(
    (leftWith: string | undefined) => {
      const project = leftWith ?? projectName;
      void navigate(project === undefined ? '/' : `/projects/${project}`);
    },
    [navigate, projectName],
  );

  return (
    <PageSection hasBodyWrapper={false} isFilled className="devhost-wizard">
      <Title headingLevel="h1">
        {existingDeployment ? 'Edit model deployment' : 'Deploy a model'}
      </Title>
      <Content component="p">
        {existingDeployment
          ? 'Update your model deployment configuration.'
          : 'Configure deployment options for this model version.'}
      </Content>
      {brokenRules.length > 0 ? (
        <BrokenRules />
      ) : (
        <DeploymentWizard
          key={refreshKey}
          initialData={initialData}
          projectName={projectName}
          existing={existingDeployment}
          onRefresh={existingDeployment ? () => void onRefresh() : undefined}
          onLeave={onLeave}
        />
      )}
    </PageSection>
  );
};
