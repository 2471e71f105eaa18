import { Skeleton } from '@patternfly/react-core';
import { type ComponentType, lazy, type ReactElement, Suspense } from 'react';
import {
  type FieldDependencies,
  isNimLocation,
  resolveDependencies,
} from './field-dependencies.ts';
import { REVIEW_FIELD } from './field-ids.ts';
import type { WizardField } from './host-contract.ts';
import type * as reviewPage from './review-page.tsx';

/** All that a review needs to know besides the rest of the state. */
export interface ReviewValue {
  isEditing: boolean;
}

/**
 * A field that nobody fills in: it brings a section of its own to the review page. The dashboard shows no
 * component of a field of this step.
 */
export const reviewField: WizardField<ReviewValue, undefined, FieldDependencies> = {
  id: REVIEW_FIELD,
  type: 'addition',
  step: 'summary',
  isActive: isNimLocation,
  reducerFunctions: {
    setFieldData: (value) => value,
    getInitialFieldData: (_existing, _data, dependencies) => ({
      isEditing: dependencies?.isEditing ?? false,
    }),
    resolveDependencies,
  },
  component: () => null,
  getReviewSections: ({ isEditing }) =>
    isEditing
      ? []
      : [
          {
            title: 'Before you deploy',
            items: [
              {
                key: 'nimChecks',
                label: 'Checks',
                value: (state) => (
                  <Lazily>
                    <Checks state={state} />
                  </Lazily>
                ),
              },
              {
                key: 'nimObjects',
                label: 'What will be created',
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

const Lazily = ({ children }: { children: ReactElement }): ReactElement => (
  <Suspense fallback={<Skeleton screenreaderText="Loading" />}>{children}</Suspense>
);

/** A part of the page that cannot be loaded must not take the page with it. */
const part = (
  choose: (page: typeof reviewPage) => ComponentType<reviewPage.ReviewPartProps>,
): ComponentType<reviewPage.ReviewPartProps> =>
  lazy(async () => {
    try {
      return { default: choose(await import('./review-page.tsx')) };
    } catch {
      return { default: NotLoaded };
    }
  });

const NotLoaded = (): ReactElement => (
  <>
    This could not be loaded. The deployment does not depend on it; load the page again to see it.
  </>
);

const Checks = part((page) => page.Checks);
const CreatedObjects = part((page) => page.CreatedObjects);
