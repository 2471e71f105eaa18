import '../../test/factories/without-style-sheets.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { modelWith } from '../catalog/catalog-model.factory.ts';
import { catalogQuery } from '../wizard/catalog-query.ts';
import { queryClient } from '../wizard/query-client.ts';
import { proposedVolume } from '../wizard/storage/storage-field-value.ts';
import { MODEL_FIELD } from './field-ids.ts';
import { storageField } from './storage-wizard-field.tsx';
import { stateWith } from './wizard-state.factory.ts';

const { getInitialFieldData, resolveDependencies } = storageField.reducerFunctions;

const model = {
  ...modelWith(),
  latestImageSize: 6e9,
  profiles: [{ profileId: 'a', tensorParallelSize: 2, minVramPerDeviceGb: 80 }],
};

const knowing = (...models: (typeof model)[]): void => {
  queryClient.setQueryData(catalogQuery.queryKey, { models, unreadable: [], title: 'the catalog' });
};

const chosen = stateWith({
  [MODEL_FIELD]: { kind: 'chosen', model, tag: model.tags[0] },
});

const proposed = (state = chosen): unknown =>
  getInitialFieldData(undefined, undefined, resolveDependencies?.(state));

afterEach(() => queryClient.clear());

describe('the size that the storage field proposes', () => {
  it('is what is recommended for the chosen model', () => {
    knowing(model);
    expect(proposed()).toEqual(proposedVolume('', 160));
  });

  it('is what holds most models while none is chosen, or the catalog does not know it', () => {
    knowing();
    expect(proposed()).toEqual(proposedVolume('', 100));
    knowing(model);
    expect(proposed(stateWith())).toEqual(proposedVolume('', 100));
  });
});
