import type { CatalogModel } from '../../catalog/catalog-model.ts';
import type { UnreadableResource } from './found-model.ts';
import type { ModelOutcome } from './model-outcome.ts';

/** A model, or a part of the search, and what there is to say about it. */
export interface Remark {
  model: string;
  reason: string;
}

/** What became of every model that was found: nothing is lost in silence. */
export interface GenerationReport {
  found: number;
  listed: number;
  euRestricted: string[];
  /** By rule: asking again changes nothing. */
  leftOut: Remark[];
  /** Without these the catalog is partial. */
  failed: Remark[];
  notes: Remark[];
}

/** The models for the catalog, and the report on all. */
export const reportOn = (
  outcomes: readonly ModelOutcome[],
  search: { unreadable: readonly UnreadableResource[]; gaps: readonly string[] },
  euRestricted: ReadonlySet<string> = new Set(),
): { models: CatalogModel[]; report: GenerationReport } => {
  const models = outcomes.flatMap((outcome) =>
    outcome.status === 'listed' ? [outcome.entry] : [],
  );
  return {
    models,
    report: {
      found: outcomes.length + search.unreadable.length,
      listed: models.length,
      euRestricted: outcomes.flatMap((outcome) =>
        outcome.status === 'listed' && outcome.entry.euRestricted ? [outcome.id] : [],
      ),
      leftOut: outcomes.flatMap((outcome) =>
        outcome.status === 'left-out' ? [{ model: outcome.id, reason: outcome.reason }] : [],
      ),
      failed: [
        ...search.gaps.map((reason) => ({ model: 'search', reason })),
        ...search.unreadable.map(({ name, reason }) => ({ model: name, reason })),
        ...outcomes.flatMap((outcome) =>
          outcome.status === 'failed' ? [{ model: outcome.id, reason: outcome.reason }] : [],
        ),
      ],
      notes: [
        ...outcomes.flatMap((outcome) =>
          outcome.status === 'listed'
            ? outcome.notes.map((reason) => ({ model: outcome.id, reason }))
            : [],
        ),
        ...notFound(euRestricted, outcomes),
      ],
    },
  };
};

/** A name on a list that means no model is out of date, or misspelt. */
const notFound = (listed: ReadonlySet<string>, outcomes: readonly ModelOutcome[]): Remark[] => {
  const found = new Set(outcomes.flatMap(({ id }) => [id, id.slice(id.lastIndexOf('/') + 1)]));
  return [...listed]
    .filter((name) => !found.has(name))
    .map((model) => ({ model, reason: 'is listed as restricted in the EU, but was not found' }));
};

/** The report for a person: the sums, then every model that is not in the catalog, and why. */
export const reportLines = (report: GenerationReport): string[] => [
  `${report.found} models found, ${report.listed} in the catalog, ${report.euRestricted.length} of them restricted in the EU, ${report.leftOut.length} left out, ${report.failed.length} failed`,
  ...report.leftOut.map(({ model, reason }) => `left out: ${model}: ${reason}`),
  ...report.failed.map(({ model, reason }) => `failed: ${model}: ${reason}`),
  ...report.notes.map(({ model, reason }) => `note: ${model}: ${reason}`),
];
