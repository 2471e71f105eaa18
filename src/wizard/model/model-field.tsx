import { FormGroup } from '@patternfly/react-core';
import { type ReactElement, Suspense, useEffect, useId } from 'react';
import * as words from '../../words/model.ts';
import type { LoadedCatalog } from '../catalog-query.ts';
import { FieldAlert } from '../field-alert.tsx';
import { FieldPlaceholder } from '../field-placeholder.tsx';
import { lazyOr } from '../lazy-or.ts';
import { GalleryPlaceholder } from './gallery-placeholder.tsx';
import type { ModelFieldProps } from './model-field-props.ts';
import { WhenLoaded } from '../when-loaded.tsx';

/** The model and its version, chosen from the catalog. */
export const ModelField = (props: ModelFieldProps): ReactElement => {
  // Beside the catalog, not after it.
  useEffect(() => void loadChoice().catch(() => undefined), []);
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
const loadChoice = () => import('./model-choice.tsx');

const NotLoaded = (_props: { catalog: LoadedCatalog }): ReactElement => (
  <FormGroup label={words.model} role="group" fieldId={useId()} isRequired>
    <FieldAlert variant="danger" title={words.listNotLoaded}>
      {words.partMissing}
    </FieldAlert>
  </FormGroup>
);

const CatalogChoice = lazyOr<ModelFieldProps & { catalog: LoadedCatalog }>(
  async () => (await loadChoice()).CatalogChoice,
  NotLoaded,
);
