import { FormGroup } from '@patternfly/react-core';
import { type ReactElement, useId } from 'react';
import { catalogEmpty } from '../../words/loading.ts';
import { model as modelLabel } from '../../words/model.ts';
import type { LoadedCatalog } from '../catalog-query.ts';
import { FieldHelp } from '../field-help.tsx';
import { CatalogGaps } from './catalog-gaps.tsx';

/** Why a catalog has nothing to choose from: nothing is in it, or what could not be read of it. */
export const NoModels = ({ catalog }: { catalog: LoadedCatalog }): ReactElement => {
  const { title, unreadable, missingParts } = catalog;
  const isEmpty = unreadable.length === 0 && missingParts === undefined;
  return (
    <FormGroup label={modelLabel} role="group" fieldId={useId()} isRequired>
      {isEmpty ? <FieldHelp variant="warning">{catalogEmpty(title)}</FieldHelp> : null}
      <CatalogGaps catalog={catalog} />
    </FormGroup>
  );
};
