import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';

interface ExitModalProps {
  onDiscard: () => void;
  onCancel: () => void;
}

export const ExitModal = ({ onDiscard, onCancel }: ExitModalProps) => (
  <Modal
    isOpen
    variant="small"
    onClose={onCancel}
    aria-labelledby="exit-title"
    aria-describedby="exit-body"
  >
    <ModalHeader title="Discard deployment configuration?" labelId="exit-title" />
    <ModalBody id="exit-body">
      Your configuration details for this model deployment are not saved. Discard your changes and
      leave this page, or cancel to continue editing.
    </ModalBody>
    <ModalFooter>
      <Button variant="primary" onClick={onDiscard}>
        Discard
      </Button>
      <Button variant="link" onClick={onCancel}>
        Cancel
      </Button>
    </ModalFooter>
  </Modal>
);
