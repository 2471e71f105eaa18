import { FormGroup, HelperText, HelperTextItem, Skeleton } from '@patternfly/react-core';
import { describe, displayNameOf, resourcesOf } from '../hardware-profile.ts';
import type { HostWizardState } from '../wizard-state.ts';
import { ChoiceSelect } from './choice-select.tsx';

const EXISTING = 'use-existing-settings';

interface HardwareProfileFieldProps {
  hardware: HostWizardState['hardwareProfileConfig'];
  canKeepExisting: boolean;
}

export const HardwareProfileField = ({ hardware, canKeepExisting }: HardwareProfileFieldProps) => {
  const { formData, setFormData, profiles, isLoaded, loadError } = hardware;
  const choices = profiles.map((profile) => ({
    key: profile.metadata.name,
    label: displayNameOf(profile),
    description: describe(profile),
  }));
  const selected = formData.selectedProfile?.metadata.name;
  return (
    <FormGroup label="Hardware profile" fieldId="hardware-profile-select" isRequired>
      {isLoaded ? (
        <ChoiceSelect
          id="hardware-profile-select"
          label="Hardware profile"
          placeholder={
            choices.length > 0
              ? 'Select hardware profile...'
              : 'No enabled or valid hardware profiles are available. Contact your administrator.'
          }
          choices={
            canKeepExisting
              ? [{ key: EXISTING, label: 'Use existing settings' }, ...choices]
              : choices
          }
          chosen={selected ?? (formData.useExistingSettings ? EXISTING : undefined)}
          onChoose={(name) => {
            const profile = profiles.find(({ metadata }) => metadata.name === name);
            setFormData(
              profile
                ? {
                    selectedProfile: profile,
                    useExistingSettings: false,
                    resources: resourcesOf(profile),
                  }
                : {
                    useExistingSettings: true,
                    ...(formData.resources && { resources: formData.resources }),
                  },
            );
          }}
        />
      ) : (
        <Skeleton screenreaderText="Loading hardware profiles" />
      )}
      <HelperText isLiveRegion>
        {loadError ? (
          <HelperTextItem variant="error">Error loading hardware profiles</HelperTextItem>
        ) : (
          formData.selectedProfile && (
            <HelperTextItem>{describe(formData.selectedProfile)}</HelperTextItem>
          )
        )}
      </HelperText>
    </FormGroup>
  );
};
