import { Alert } from '@patternfly/react-core';
import { lazy, type ReactElement, Suspense, useEffect } from 'react';
import * as words from '../words/model.ts';
import type { LoadedCatalog } from './catalog-query.ts';
import { FieldPlaceholder } from './field-placeholder.tsx';
import { GalleryPlaceholder } from './gallery-placeholder.tsx';
import type * as modelChoice from './model-choice.tsx';
import type { ModelFieldValue } from './model-field-value.ts';
import type { Loaded } from './use-external-data.ts';
import type { ModelData } from './use-model-data.ts';
import { WhenLoaded } from './when-loaded.tsx';

export interface ModelFieldProps {
  /** The model, its version and how it is called. */
  value: ModelFieldValue;
  /** Told of every other choice; a newly chosen model comes with its recommended version. */
  onChange: (value: ModelFieldValue) => void;
  /** Undefined until one is chosen. */
  project: string | undefined;
  /** The catalog, and what is said about the chosen image. */
  external: Loaded<ModelData>;
  /** The model of a deployment that is edited stays; its version can be changed. */
  isEditing: boolean;
  /** Shown as it is, with nothing to choose. */
  isDisabled: boolean;
}

/** The model and its version, chosen from the catalog. */
export const ModelField = (props: ModelFieldProps): ReactElement => {
  // Beside the catalog, not after it.
  useEffect(() => void loadChoice(), []);
  const placeholder = props.value.kind === 'none' ? <GalleryPlaceholder /> : null;
  return (
    <WhenLoaded
      external={props.external}
      label={words.model}
      loadingText={words.loadingModels}
      placeholder={placeholder}
      errorTitle={words.modelsNotLoaded}
    >
      {(catalog) => (
        <Suspense
          fallback={
            <FieldPlaceholder label={words.model} loadingText={words.loadingModels}>
              {placeholder}
            </FieldPlaceholder>
          }
        >
          <CatalogChoice {...props} catalog={catalog} />
        </Suspense>
      )}
    </WhenLoaded>
  );
};

/** What chooses a model is a file of its own: only who deploys a NIM needs it. */
const loadChoice = (): Promise<typeof modelChoice | undefined> =>
  import('./model-choice.tsx').catch(() => undefined);

const CatalogChoice = lazy(async () => ({
  default: (await loadChoice())?.CatalogChoice ?? NotLoaded,
}));

const NotLoaded = (_props: { catalog: LoadedCatalog }): ReactElement => (
  <Alert isInline variant="danger" title={words.listNotLoaded}>
    {words.partMissing}
  </Alert>
);
