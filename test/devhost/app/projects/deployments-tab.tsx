import {
  Alert,
  Button,
  Content,
  DataList,
  DataListAction,
  DataListCell,
  DataListContent,
  DataListItem,
  DataListItemCells,
  DataListItemRow,
  DataListToggle,
  Spinner,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { InferenceService } from '../../../../src/cluster/kubernetes.ts';
import { KSERVE_PLATFORM } from '../../../../src/dashboard/host-contract.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { useReadDeployment } from '../wizard/edit/use-read-deployment.ts';
import { DeleteModal } from './delete-modal.tsx';
import { DeploymentResources } from './deployment-resources.tsx';
import { listDeployments } from './deployment.ts';
import { displayNameOf } from './project.ts';

export const DeploymentsTab = ({ namespace }: { namespace: string }) => {
  const navigate = useNavigate();
  const [deployments, reload] = useLoaded(
    useCallback(() => listDeployments(namespace), [namespace]),
  );
  const [deleting, setDeleting] = useState<InferenceService>();
  return (
    <Stack hasGutter className="pf-v6-u-mt-md">
      <StackItem>
        <Button
          variant="primary"
          onClick={() =>
            void navigate(`/projects/${namespace}/deploy`, { state: { initialData: {} } })
          }
        >
          Deploy model
        </Button>
      </StackItem>
      <StackItem>
        {deployments.status === 'loading' && <Spinner aria-label="Loading deployments" />}
        {deployments.status === 'failed' && (
          <Alert
            component="h2"
            isInline
            variant="danger"
            title="The deployments could not be listed"
          >
            {deployments.message}
          </Alert>
        )}
        {deployments.status === 'loaded' && deployments.data.length === 0 && (
          <Content component="p">No model is deployed in this project.</Content>
        )}
        {deployments.status === 'loaded' && deployments.data.length > 0 && (
          <DataList aria-label="Deployments">
            {deployments.data.map((model) => (
              <DeploymentItem
                key={model.metadata.name}
                model={model}
                onDelete={() => setDeleting(model)}
              />
            ))}
          </DataList>
        )}
      </StackItem>
      {deleting && (
        <DeleteModal
          model={deleting}
          onDone={() => {
            setDeleting(undefined);
            reload();
          }}
          onCancel={() => setDeleting(undefined)}
        />
      )}
    </Stack>
  );
};

interface DeploymentItemProps {
  model: InferenceService;
  onDelete: () => void;
}

const DeploymentItem = ({ model, onDelete }: DeploymentItemProps) => {
  const navigate = useNavigate();
  const reader = useReadDeployment();
  const [isOpen, setIsOpen] = useState(false);
  const [editError, setEditError] = useState<string>();
  const { name, namespace } = model.metadata;
  const shown = displayNameOf(model);
  const edit = async () => {
    setEditError(undefined);
    try {
      const state = await reader.again({ modelServingPlatformId: KSERVE_PLATFORM, model });
      await navigate(`/projects/${namespace}/deploy`, { state });
    } catch (error) {
      setEditError(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <DataListItem aria-labelledby={`deployment-${name}`} isExpanded={isOpen}>
      <DataListItemRow>
        <DataListToggle
          id={`deployment-toggle-${name}`}
          aria-controls={`deployment-resources-${name}`}
          aria-label={`Resources of ${shown}`}
          isExpanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        />
        <DataListItemCells
          dataListCells={[
            <DataListCell key="name">
              <span id={`deployment-${name}`}>{shown}</span>
            </DataListCell>,
            <DataListCell key="resource">{name}</DataListCell>,
          ]}
        />
        <DataListAction
          id={`deployment-actions-${name}`}
          aria-labelledby={`deployment-${name}`}
          aria-label="Actions"
        >
          <Button
            variant="secondary"
            aria-label={`Edit ${shown}`}
            isDisabled={!reader.isLoaded}
            onClick={() => void edit()}
          >
            Edit
          </Button>
          <Button variant="link" isDanger aria-label={`Delete ${shown}`} onClick={onDelete}>
            Delete
          </Button>
        </DataListAction>
      </DataListItemRow>
      {editError && (
        <Alert
          component="p"
          isInline
          isLiveRegion
          variant="danger"
          title={`${shown} cannot be edited`}
        >
          {editError}
        </Alert>
      )}
      <DataListContent
        id={`deployment-resources-${name}`}
        aria-label={`Resources of ${shown}`}
        isHidden={!isOpen}
      >
        {isOpen && <DeploymentResources model={model} />}
      </DataListContent>
    </DataListItem>
  );
};
