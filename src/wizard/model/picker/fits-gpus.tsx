import { Checkbox, ToolbarItem } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useMemo } from 'react';
import type { ModelEntry } from '../../../catalog/model-entry.ts';
import { queryClient } from '../../query-client.ts';
import * as words from '../../../words/picker.ts';
import { clusterGpusQuery } from './cluster-gpus-query.ts';

/**
 * Narrows the list down to models that run on as many GPUs as a hardware profile can give. It is there
 * when the catalog knows of any model what GPUs it needs.
 */
export const FitsGpus = (props: {
  id: string;
  /** Whose hardware profiles count besides the dashboard's. */
  project: string | undefined;
  entries: readonly ModelEntry[];
  isChecked: boolean;
  /** @param gpus how many GPUs the cluster can give one deployment; undefined lets all models pass */
  onChange: (gpus: number | undefined) => void;
}): ReactElement | null => {
  const { entries, project } = props;
  const isKnown = useMemo(() => entries.some(({ gpus }) => gpus !== undefined), [entries]);
  const { data: gpus, isError } = useQuery(
    { ...clusterGpusQuery(project), enabled: isKnown },
    queryClient,
  );
  return isKnown ? (
    <ToolbarItem alignSelf="center">
      <Checkbox
        id={props.id}
        label={isError ? words.fitsGpusNotKnown : words.fitsGpus}
        isChecked={props.isChecked}
        isDisabled={gpus === undefined}
        onChange={(_event, isChecked) => props.onChange(isChecked ? gpus : undefined)}
      />
    </ToolbarItem>
  ) : null;
};
