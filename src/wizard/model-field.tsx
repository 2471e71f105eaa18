import { Alert, FormGroup, Skeleton } from '@patternfly/react-core';
import { lazy, type ReactElement, Suspense, useEffect } from 'react';
import type { Catalog } from '../catalog/parse-catalog.ts';
import type * as modelChoice from './model-choice.tsx';
import type { ModelFieldValue } from './model-field-value.ts';
import type { Loaded } from './use-external-data.ts';
import type { ModelData } from './use-model-data.ts';
import { WhenLoaded } from './when-loaded.tsx';

export interface ModelFieldProps {
  value: ModelFieldValue;
  onChange: (value: ModelFieldValue) => void;
  /** Undefined until one is chosen. */
  project: string | undefined;
  external: Loaded<ModelData>;
  /** The model of a deployment that is edited stays; its version can be changed. */
  isEditing: boolean;
  isDisabled: boolean;
}

/** The model and its version, chosen from the catalog. */
export const ModelField = (props: ModelFieldProps): ReactElement => {
  // Beside the catalog, not after it.
  useEffect(() => void loadChoice(), []);
  return (
    <WhenLoaded
      external={props.external}
      label="Model"
      loadingText={LOADING}
      errorTitle="The models could not be loaded"
    >
      {(catalog) => (
        <Suspense fallback={<Loading />}>
          <CatalogChoice {...props} catalog={catalog} />
        </Suspense>
      )}
    </WhenLoaded>
  );
};

const LOADING = 'Loading the models';

/** What chooses a model is a file of its own: only who deploys a NIM needs it. */
const loadChoice = (): Promise<typeof modelChoice | undefined> =>
  import('./model-choice.tsx').catch(() => undefined);

const CatalogChoice = lazy(async () => ({
  default: (await loadChoice())?.CatalogChoice ?? NotLoaded,
}));

const Loading = (): ReactElement => (
  <FormGroup label="Model">
    <Skeleton height="2.25rem" screenreaderText={LOADING} />
  </FormGroup>
);

const NotLoaded = (_props: { catalog: Catalog }): ReactElement => (
  <Alert isInline variant="danger" title="The list of models could not be loaded">
    A part of this page is missing, perhaps because it was updated meanwhile. Load the page again.
  </Alert>
);
