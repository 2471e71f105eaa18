import { Skeleton } from '@patternfly/react-core';
import { type ComponentType, lazy, type ReactElement, Suspense } from 'react';
import { isRecord } from '../bundle/is-record.ts';
import * as words from '../words/review.ts';
import {
  type FieldDependencies,
  isNimLocation,
  resolveDependencies,
} from './field-dependencies.ts';
import { REVIEW_FIELD } from './field-ids.ts';
import type { ReviewItem, WizardField, WizardState } from './host-contract.ts';

/** All that a review needs to know besides the rest of the state. */
export interface ReviewValue {
  isEditing: boolean;
  /** The tokens of a deployment that is edited, as the form was opened with them. */
  tokenAuthentication?: unknown;
}

interface ReviewDependencies extends FieldDependencies {
  tokenAuthentication?: unknown;
}

const resolveReviewDependencies = (
  state: WizardState,
  initialData?: unknown,
): ReviewDependencies => ({
  ...resolveDependencies(state, initialData),
  ...(isRecord(initialData) && 'tokenAuthentication' in initialData
    ? { tokenAuthentication: initialData['tokenAuthentication'] }
    : {}),
});

/**
 * A field that nobody fills in: it brings a section of its own to the review page. The dashboard shows no
 * component of a field of this step.
 */
export const reviewField: WizardField<ReviewValue, undefined, ReviewDependencies> = {
  id: REVIEW_FIELD,
  type: 'addition',
  step: 'summary',
  isActive: isNimLocation,
  reducerFunctions: {
    setFieldData: (value) => value,
    getInitialFieldData: (_existing, _data, dependencies) => ({
      isEditing: dependencies?.isEditing ?? false,
      ...(dependencies?.isEditing ? { tokenAuthentication: dependencies.tokenAuthentication } : {}),
    }),
    resolveDependencies: resolveReviewDependencies,
  },
  component: () => null,
  getReviewSections: ({ isEditing, ...initialData }) => [
    isEditing
      ? {
          title: words.beforeUpdate,
          items: [checksItem((state) => <UpdateChecks state={state} initialData={initialData} />)],
        }
      : {
          title: words.beforeDeployment,
          items: [
            checksItem((state) => <Checks state={state} />),
            {
              key: 'nimObjects',
              label: words.createdRow,
              value: (state) => (
                <Lazily>
                  <CreatedObjects state={state} />
                </Lazily>
              ),
            },
          ],
        },
  ],
};

const checksItem = (show: (state: WizardState) => ReactElement): ReviewItem => ({
  key: 'nimChecks',
  label: words.checksRow,
  value: (state) => <Lazily>{show(state)}</Lazily>,
});

const Lazily = ({ children }: { children: ReactElement }): ReactElement => (
  <Suspense fallback={<Skeleton screenreaderText={words.loading} />}>{children}</Suspense>
);

/** A part of the page that cannot be loaded must not take the page with it. */
const part = <Props,>(
  load: () => Promise<ComponentType<Props>>,
): ReturnType<typeof lazy<ComponentType<Props>>> =>
  lazy(async () => ({ default: await load().catch(() => NotLoaded) }));

const NotLoaded = (): ReactElement => <>{words.notLoaded}</>;

const reviewPage = () => import('./review-page.tsx');

const Checks = part(async () => (await reviewPage()).Checks);
const CreatedObjects = part(async () => (await reviewPage()).CreatedObjects);
const UpdateChecks = part(async () => (await import('./review-update.tsx')).UpdateChecks);
