import type { StandInModel } from '../embedded/nvidia/stand-in-catalog.ts';

/** As many models as are wanted, each with six tags as the recorded catalog has on average. */
export const madeUpModels = (count: number, patch = 0): StandInModel[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `model-${index}-instruct`,
    team: `publisher-${index % 39}`,
    displayName: `Model ${index} Instruct`,
    tags: [`1.${index % 20}.${patch}`, `1.${index % 20}`, '1.0.0', '1.0', '1', 'latest'],
    latestTag: `1.${index % 20}.${patch}`,
    updatedDate: '2026-02-01T00:00:00.000Z',
  }));
