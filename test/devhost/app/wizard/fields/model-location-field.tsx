import {
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  TextInput,
} from '@patternfly/react-core';
import { NIM_LOCATION } from '../../../../../src/dashboard/host-contract.ts';
import { useIsAreaOn } from '../../extensions/area-flags.tsx';
import type { HostWizardState } from '../wizard-state.ts';
import { ChoiceSelect } from './choice-select.tsx';

/** The locations of this dashboard: one of the real one's connections, and the plugin's. */
const locationLabels: Record<string, string> = { new: 'URI', [NIM_LOCATION]: 'NVIDIA NIM' };

export const ModelLocationField = ({
  location,
}: {
  location: HostWizardState['modelLocationData'];
}) => {
  const isNimOn = useIsAreaOn('nim-wizard');
  const { data, setData } = location;
  const keys = isNimOn ? ['new', NIM_LOCATION] : ['new'];
  return (
    <>
      <FormGroup label="Model location" fieldId="model-location-select" isRequired>
        <FormHelperText>
          <HelperText>
            <HelperTextItem>Where is the model currently located?</HelperTextItem>
          </HelperText>
        </FormHelperText>
        <ChoiceSelect
          id="model-location-select"
          label="Model location"
          placeholder="Select model location"
          choices={keys.map((key) => ({ key, label: locationLabels[key] ?? key }))}
          chosen={data?.type}
          isDisabled={data?.disableInputFields === true}
          onChoose={(type) => setData({ type, fieldValues: {}, additionalFields: {} })}
        />
      </FormGroup>
      {data?.type === 'new' && (
        <FormGroup label="URI" fieldId="model-location-uri" isRequired>
          <TextInput
            id="model-location-uri"
            value={String(data.fieldValues['URI'] ?? '')}
            onChange={(_event, URI) => setData({ ...data, fieldValues: { URI } })}
          />
          <FormHelperText>
            <HelperText>
              <HelperTextItem>
                Deploying from a URI is not part of this development dashboard.
              </HelperTextItem>
            </HelperText>
          </FormHelperText>
        </FormGroup>
      )}
    </>
  );
};
