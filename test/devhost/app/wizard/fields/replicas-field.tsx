import { FormGroup, NumberInput } from '@patternfly/react-core';
import type { HostWizardState } from '../wizard-state.ts';

const FEWEST = 1;
const MOST = 99;

export const ReplicasField = ({ replicas }: { replicas: HostWizardState['numReplicas'] }) => {
  const count = replicas.data ?? FEWEST;
  const set = (next: number) =>
    replicas.setData(Math.min(MOST, Math.max(FEWEST, Math.floor(next) || FEWEST)));
  return (
    <FormGroup label="Replica count" fieldId="num-replicas" isRequired>
      <NumberInput
        value={count}
        min={FEWEST}
        max={MOST}
        inputProps={{ id: 'num-replicas' }}
        inputAriaLabel="Replica count"
        minusBtnAriaLabel="Fewer replicas"
        plusBtnAriaLabel="More replicas"
        onMinus={() => set(count - 1)}
        onPlus={() => set(count + 1)}
        onChange={(event) => set(Number(event.currentTarget.value))}
      />
    </FormGroup>
  );
};
