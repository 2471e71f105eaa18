import { Skeleton } from '@patternfly/react-core';
import { type ReactElement, Suspense } from 'react';
import { isRecord } from '../bundle/is-record.ts';
import { lazyOr } from '../wizard/lazy-or.ts';
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

const NotLoaded = (): ReactElement => <>{words.notLoaded}</>;

const reviewPage = () => import('./review-page.tsx');

const Checks = lazyOr(async () => (await reviewPage()).Checks, NotLoaded);
const CreatedObjects = lazyOr(async () => (await reviewPage()).CreatedObjects, NotLoaded);
const UpdateChecks = lazyOr(
  async () => (await import('./review-update.tsx')).UpdateChecks,
  NotLoaded,
);
