import { Alert, Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useState } from 'react';
import type { InferenceService } from '../../../../src/cluster/kubernetes.ts';
import { deleteResource } from '../api/cluster.ts';
import { INFERENCE_SERVICE, SERVING_RUNTIME } from '../api/resource-kinds.ts';
import { StatusError } from '../api/status-error.ts';
import { displayNameOf } from './project.ts';

interface DeleteModalProps {
  model: InferenceService;
  onDone: () => void;
  onCancel: () => void;
}

/** The InferenceService and, as the real dashboard does, the ServingRuntime that it names. */
const deleteDeployment = async ({ metadata, spec }: InferenceService): Promise<void> => {
  const namespace = metadata.namespace ?? '';
  await deleteResource(INFERENCE_SERVICE, namespace, metadata.name);
  const runtime = spec.predictor.model?.runtime;
  if (runtime === undefined) {
    return;
  }
  try {
    await deleteResource(SERVING_RUNTIME, namespace, runtime);
  } catch (error) {
    if (!(error instanceof StatusError && error.statusObject.code === 404)) {
      throw error;
    }
  }
};

export const DeleteModal = ({ model, onDone, onCancel }: DeleteModalProps) => {
  const [error, setError] = useState<string>();
  const [isRunning, setIsRunning] = useState(false);
  const run = async () => {
    setIsRunning(true);
    try {
      await deleteDeployment(model);
      onDone();
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown.message : String(thrown));
      setIsRunning(false);
    }
  };
  return (
    <Modal
      isOpen
      variant="small"
      onClose={onCancel}
      aria-labelledby="delete-title"
      aria-describedby="delete-body"
    >
      <ModalHeader
        title="Delete deployed model?"
        labelId="delete-title"
        titleIconVariant="warning"
      />
      <ModalBody id="delete-body">
        <p>
          <b>{displayNameOf(model)}</b> will be deleted, and its serving runtime with it. Its volume
          and the project’s key stay.
        </p>
        {error && (
          <Alert
            component="p"
            isInline
            isLiveRegion
            variant="danger"
            title="It could not be deleted"
          >
            {error}
          </Alert>
        )}
      </ModalBody>
      <ModalFooter>
        <Button
          variant="danger"
          isLoading={isRunning}
          isDisabled={isRunning}
          onClick={() => void run()}
        >
          Delete deployed model
        </Button>
        <Button variant="link" onClick={onCancel}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
};
