import type { ReactNode } from 'react';
import type {
  ExternalDataMap,
  ReviewItem,
  ReviewSection,
} from '../../../../../src/dashboard/host-contract.ts';
import { stateKeyOf, valueOf, type AnyField } from '../wizard-field.ts';
import type { HostWizardState } from '../wizard-state.ts';

/** One line of the review page, its value already rendered. */
export interface ReviewLine {
  key: string;
  label: string;
  value: ReactNode;
}

export interface ShownSection {
  title: string;
  lines: ReviewLine[];
}

const pages = ['Model details', 'Model deployment', 'Advanced settings'] as const;

type Page = (typeof pages)[number];

const item = (
  key: string,
  label: string,
  value: (state: HostWizardState) => ReactNode,
  more: { optional?: boolean; isVisible?: (state: HostWizardState) => boolean } = {},
) => ({ key, label, value, ...more });

const enabledArguments = ({ runtimeArgs: { data } }: HostWizardState): string[] =>
  data?.enabled
    ? data.args
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'))
        .flatMap((line) => line.split(/\s+/))
    : [];

/** The dashboard's own lines. Of a NIM it says what it says of any location and type it does not know. */
const ownItems: Record<Page, ReturnType<typeof item>[]> = {
  'Model details': [
    item('modelType', 'Model type', ({ modelType }) =>
      modelType.data?.type === 'predictive'
        ? 'Predictive model'
        : 'Generative AI model (Example, LLM)',
    ),
    item('modelLocation', 'Model location', ({ modelLocationData }) =>
      modelLocationData.data?.type === 'new' ? 'URI' : 'New connection',
    ),
  ],
  'Model deployment': [
    item('projectName', 'Project', ({ project }) => project.projectName),
    item('name', 'Model deployment name', ({ k8sNameDesc }) => k8sNameDesc.data.name || '--'),
    item('description', 'Description', ({ k8sNameDesc }) => k8sNameDesc.data.description, {
      optional: true,
    }),
    item(
      'hardwareProfile',
      'Hardware profile',
      ({ hardwareProfileConfig }) =>
        hardwareProfileConfig.formData.selectedProfile?.metadata.name ?? 'default',
    ),
    item('modelServer', 'Serving runtime', () => 'Auto-selected'),
    item('numReplicas', 'Replicas', ({ numReplicas }) => numReplicas.data ?? 1),
  ],
  'Advanced settings': [
    item(
      'aiAsset',
      'AI asset endpoint',
      ({ modelAvailability }) => (modelAvailability.data?.saveAsAiAsset ? 'Yes' : 'No'),
      { isVisible: ({ modelAvailability }) => modelAvailability.isVisible },
    ),
    item(
      'externalRoute',
      'External route',
      ({ externalRoute }) => (externalRoute.data ? 'Yes' : 'No'),
      {
        isVisible: ({ externalRoute }) => externalRoute.isVisible,
      },
    ),
    item('tokenAuthentication', 'Token authentication', ({ tokenAuthentication }) =>
      (tokenAuthentication.data ?? []).length > 0 ? 'Yes' : 'No',
    ),
    item(
      'serviceAccounts',
      'Service accounts',
      ({ tokenAuthentication }) =>
        (tokenAuthentication.data ?? []).map(({ displayName }) => displayName).join(', '),
      { optional: true },
    ),
    item(
      'runtimeArgs',
      'Additional runtime arguments',
      (state) => enabledArguments(state).join(', '),
      {
        optional: true,
      },
    ),
    item(
      'environmentVariables',
      'Additional environment variables',
      ({ environmentVariables: { data } }) =>
        data?.enabled ? data.variables.map(({ name, value }) => `${name}=${value}`).join(', ') : '',
      { optional: true },
    ),
    item(
      'deploymentStrategy',
      'Deployment strategy',
      ({ deploymentStrategy }) =>
        deploymentStrategy.data === 'recreate' ? 'Recreate' : 'Rolling update',
      { isVisible: ({ deploymentStrategy }) => deploymentStrategy.isVisible },
    ),
  ],
};

const fieldSections = (
  fields: AnyField[],
  state: HostWizardState,
  externalData: ExternalDataMap,
): ReviewSection[] =>
  fields.flatMap((field) => {
    const value = valueOf(field, state, () => undefined);
    const isShown = state[stateKeyOf(field)] !== undefined && value !== undefined && value !== null;
    return isShown && field.getReviewSections
      ? field.getReviewSections(value, state, externalData[field.id]?.data)
      : [];
  });

/** Titles of pages; a field's section named after a page without lines of its own is not shown. */
const isPage = (title: string | undefined): boolean =>
  ['Preconfigure deployment', ...pages, 'Review'].some((page) => page === title);

/**
 * What the review page shows: a section a page, each with the dashboard's own lines and then those of
 * the fields' sections with that title, and after them the fields' sections with titles of their own.
 * A field's item "modelServer" takes the place of the dashboard's line about the serving runtime.
 */
export const reviewSections = (
  fields: AnyField[],
  state: HostWizardState,
  externalData: ExternalDataMap,
): ShownSection[] => {
  const ofFields = fieldSections(fields, state, externalData);
  const lines = (items: ReviewItem[] | ReturnType<typeof item>[]): ReviewLine[] =>
    items.flatMap(({ key, label, value, optional, isVisible }) => {
      if (isVisible && !isVisible(state)) {
        return [];
      }
      const shown = value(state);
      const isEmpty = shown === undefined || shown === null || shown === '';
      return optional && isEmpty ? [] : [{ key, label, value: shown }];
    });
  const onPages = pages.map((title) => {
    const added = ofFields
      .filter((section) => section.title === title)
      .flatMap(({ items }) => items);
    const hasRuntime = added.some(({ key }) => key === 'modelServer');
    const own = ownItems[title].filter(({ key }) => key !== 'modelServer' || !hasRuntime);
    return { title, lines: [...lines(own), ...lines(added)] };
  });
  const others = ofFields
    .filter(({ title }) => !isPage(title))
    .map(({ title = '', items }) => ({ title, lines: lines(items) }));
  return [...onPages, ...others].filter((section) => section.lines.length > 0);
};
