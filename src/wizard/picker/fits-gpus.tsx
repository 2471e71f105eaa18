import { Checkbox, ToolbarItem } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useMemo } from 'react';
import type { ModelFilter } from '../../catalog/filter-models.ts';
import { queryClient } from '../query-client.ts';
import * as words from '../../words/picker.ts';
import { clusterGpusQuery } from './cluster-gpus-query.ts';
import type { Picker } from './use-picker.ts';

/**
 * Narrows the list down to models that run on as many GPUs as a hardware profile can give. It is there
 * when the catalog knows of any model what GPUs it needs.
 */
export const FitsGpus = (props: {
  picker: Picker;
  onChange: (changed: Pick<ModelFilter, 'fitsGpus'>) => void;
}): ReactElement | null => {
  const { entries, state, listId } = props.picker;
  const isKnown = useMemo(() => entries.some(({ gpus }) => gpus !== undefined), [entries]);
  const { data: gpus, isError } = useQuery({ ...clusterGpusQuery, enabled: isKnown }, queryClient);
  return isKnown ? (
    <ToolbarItem alignSelf="center">
      <Checkbox
        id={`${listId}-gpus`}
        label={words.fitsGpus}
        isChecked={state.filter.fitsGpus !== undefined}
        isDisabled={gpus === undefined}
        {...(isError ? { description: words.profilesNotRead } : {})}
        onChange={(_event, isChecked) => props.onChange({ fitsGpus: isChecked ? gpus : undefined })}
      />
    </ToolbarItem>
  ) : null;
};
