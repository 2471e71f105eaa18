import type { CatalogData } from './model-field.tsx';
import { catalogQuery } from './catalog-query.ts';
import { type Loaded, useExternalData } from './use-external-data.ts';

/** The catalog of models, read once however often the wizard is opened. */
export const useCatalogData = (): Loaded<CatalogData> => useExternalData(catalogQuery);
