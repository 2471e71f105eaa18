import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { PullAnswer } from '../../apiKey/check-pull.ts';
import { catalogQuery, type LoadedCatalog } from '../catalog-query.ts';
import { createPickerMemory, type PickerMemory } from './picker/picker-memory.ts';
import { noPullQuery, pullQuery, type PullSubject } from '../pull-query.ts';
import { queryClient } from '../query-client.ts';
import { settingsQuery } from '../settings-query.ts';
import { type Loaded, type Retry, useExternalData } from '../use-external-data.ts';

/** Whether the key may pull the chosen image, as far as it is known. */
export type PullCheck =
  { status: 'asking' } | { status: 'answered'; answer: PullAnswer; again: () => void };

/**
 * The catalog, what a person has searched it for, and what is said about the chosen image once there is a
 * key to ask with.
 */
export type ModelData = { value?: LoadedCatalog; pull?: PullCheck; picker?: PickerMemory } & Retry;

/**
 * Loads the catalog and asks about the chosen image. It runs on every page of the wizard, so the
 * question goes on while a person does; nobody waits for it.
 */
export const useModelData = (subject: PullSubject | undefined): Loaded<ModelData> => {
  const catalog = useExternalData(catalogQuery);
  const pull = usePull(subject);
  const [picker] = useState(createPickerMemory);
  return useMemo(
    () => ({ ...catalog, data: { ...catalog.data, picker, ...(pull ? { pull } : {}) } }),
    [catalog, picker, pull],
  );
};

/** A subject that is replaced by another takes its question with it: TanStack Query aborts it. */
const usePull = (subject: PullSubject | undefined): PullCheck | undefined => {
  const { data: settings } = useQuery(settingsQuery, queryClient);
  // Where an administrator wants nobody to ask about keys, that is so for stored ones, too.
  const isAsked = settings?.nimConfig.disableKeyValidation === false;
  const { data, isFetching, refetch } = useQuery(
    subject && isAsked ? pullQuery(subject) : noPullQuery,
    queryClient,
  );
  return useMemo(() => {
    if (isFetching) {
      return { status: 'asking' };
    }
    return data && { status: 'answered', answer: data, again: () => void refetch() };
  }, [data, isFetching, refetch]);
};
