import { describeRecord } from '../apiKey/describe-stored-key.ts';
import {
  type EnteredKeyReference,
  type KeyReference,
  usableKeySchema,
} from '../apiKey/key-reference.ts';
import { keptKey } from '../apiKey/key-vault.ts';
import { ApiKeyField } from '../wizard/api-key-field.tsx';
import { LeftOvers } from '../wizard/lazy-left-overs.tsx';
import type { SeenKey } from '../wizard/project-key-query.ts';
import { type KeyData, useKeyData } from '../wizard/use-key-data.ts';
import {
  type FieldDependencies,
  isNimLocation,
  isOtherProject,
  resolveDependencies,
} from './field-dependencies.ts';
import { API_KEY_FIELD } from './field-ids.ts';
import { notLoaded } from './not-loaded.ts';
import { warnOfBundledPackage } from './warn-of-bundled-package.ts';
import type { WizardField } from './host-contract.ts';

/**
 * A wizard that was mounted again (the host's "Refresh") still has its reference, but the vault has
 * been emptied: then the key is asked for again. Data of another project are from before a change.
 */
const initialReference = (
  existing?: KeyReference,
  data?: KeyData,
  dependencies?: FieldDependencies,
): KeyReference => {
  const isForgotten = existing?.kind === 'entered' && keptKey(existing.project) === undefined;
  if (existing && existing.kind !== 'none' && !isForgotten) {
    return existing;
  }
  const project = dependencies?.project;
  if (project === undefined || data?.value?.project !== project) {
    return { kind: 'none' };
  }
  const { key } = data.value;
  switch (key.kind) {
    case 'stored':
      // One that NVIDIA has rejected is offered, and not proposed.
      return key.record?.verification === 'rejected'
        ? { kind: 'none' }
        : { kind: 'stored', project, source: key.source };
    case 'not-needed':
      return { kind: 'not-needed' };
    default:
      return { kind: 'none' };
  }
};

const useExternalKeyData = (dependencies?: FieldDependencies) => useKeyData(dependencies?.project);

/** The field "NVIDIA API key". Its value is a reference; the key itself is in the vault. */
export const apiKeyField: WizardField<KeyReference, KeyData, FieldDependencies> = {
  id: API_KEY_FIELD,
  type: 'addition',
  step: 'modelSource',
  isActive: isNimLocation,
  reducerFunctions: {
    setFieldData: (value) => value,
    getInitialFieldData: initialReference,
    resolveDependencies: (state, initialData) => {
      warnOfBundledPackage(state);
      return resolveDependencies(state, initialData);
    },
    validationSchema: usableKeySchema,
  },
  shouldResetOnDependencyChange: isOtherProject,
  externalDataHook: useExternalKeyData,
  component: ({ value, onChange, externalData, dependencies, isDisabled }) => (
    <>
      {dependencies?.project === undefined || value?.kind === 'in-use' ? null : (
        <LeftOvers
          key={dependencies.project}
          project={dependencies.project}
          onRemoved={(hasSecrets) => {
            if (hasSecrets && value?.kind === 'stored') {
              onChange({ kind: 'none' });
            }
          }}
        />
      )}
      <ApiKeyField
        project={dependencies?.project}
        value={value ?? { kind: 'none' }}
        onChange={onChange}
        external={externalData ?? notLoaded}
        isDisabled={isDisabled ?? false}
      />
    </>
  ),
  getReviewSections: (value, _state, data) => [
    {
      title: 'Model details',
      items: [
        {
          key: 'nimApiKey',
          label: 'NVIDIA API key',
          value: () => describeReference(value, data?.value?.key),
        },
      ],
    },
  ],
};

const describeReference = (reference: KeyReference, key?: SeenKey): string => {
  switch (reference.kind) {
    case 'entered':
      return `Ends in ${reference.lastFour}, ${VERIFICATION[reference.verification]}${whoseItBecomes(reference, key)}`;
    case 'stored':
      return key?.kind === 'stored' && key.record
        ? `The project's own: ${describeRecord(key.record)}`
        : "The project's own";
    case 'in-use':
      return 'As deployed';
    case 'not-needed':
      return 'None needed';
    case 'none':
      return 'None';
  }
};

const VERIFICATION: Readonly<Record<EnteredKeyReference['verification'], string>> = {
  verified: 'verified',
  'switched-off': 'not verified',
  'could-not-tell': 'not verified: nobody could tell whether NVIDIA knows it',
};

const whoseItBecomes = ({ scope }: EnteredKeyReference, key?: SeenKey): string => {
  if (scope === 'deployment') {
    return '. For this deployment only';
  }
  if (key?.kind === 'broken') {
    return ". Both of the project's Secrets are written again";
  }
  const ends = key?.kind === 'stored' && key.record ? ` (…${key.record.lastFour})` : '';
  return key?.kind === 'stored' && key.source === 'project'
    ? `. Replaces the project's key${ends}`
    : '';
};
