import { describeRecord } from '../apiKey/describe-stored-key.ts';
import {
  type EnteredKeyReference,
  type KeyReference,
  usableKeySchema,
} from '../apiKey/key-reference.ts';
import { keptKey } from '../apiKey/key-vault.ts';
import { ApiKeyField } from '../wizard/key/api-key-field.tsx';
import { LeftOvers } from '../wizard/leftOvers/lazy-left-overs.tsx';
import type { SeenKey } from '../wizard/key/project-key-query.ts';
import { type KeyData, useKeyData } from '../wizard/key/use-key-data.ts';
import * as pages from '../words/pages.ts';
import * as words from '../words/review.ts';
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
        <LeftOvers key={dependencies.project} project={dependencies.project} />
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
      title: pages.modelDetails,
      items: [
        {
          key: 'nimApiKey',
          label: words.keyRow,
          value: () => describeReference(value, data?.value?.key),
        },
      ],
    },
  ],
};

const describeReference = (reference: KeyReference, key?: SeenKey): string => {
  switch (reference.kind) {
    case 'entered':
      return words.enteredKey(
        reference.lastFour,
        words.verification[reference.verification],
        whoseItBecomes(reference, key),
      );
    case 'stored':
      return key?.kind === 'stored' && key.record
        ? words.projectsOwnKey(describeRecord(key.record))
        : words.projectsOwn;
    case 'in-use':
      return words.asDeployed;
    case 'not-needed':
      return words.noneNeeded;
    case 'none':
      // While it is looked for, or could not be looked up, the project may have one.
      return key ? words.none : words.notKnown;
  }
};

const whoseItBecomes = ({ scope }: EnteredKeyReference, key?: SeenKey): string => {
  if (scope === 'deployment') {
    return words.forThisDeployment;
  }
  if (key?.kind === 'broken') {
    return words.bothSecretsWritten;
  }
  return key?.kind === 'stored' && key.source === 'project'
    ? words.replacesKey(key.record?.lastFour)
    : '';
};
