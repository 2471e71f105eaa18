import { z } from 'zod';

/**
 * What is known of a stored key without reading it, kept as annotations on both of its Secrets.
 * Secrets that others made have none of it, and are used all the same.
 */
export interface KeyRecord {
  /** Made up when the key was entered, and the same on both Secrets: by it they are known to agree. */
  id: string;
  lastFour: string;
  /** What NVIDIA said last; `not-verified`: nobody asked, or nobody could tell. */
  verification: 'verified' | 'rejected' | 'not-verified';
  /** When the key was verified or rejected, or stored without that (ISO 8601). */
  at: string;
  /** Who did that, as the dashboard names its user. */
  by: string;
}

const PREFIX = 'nim-wizard.opendatahub.io/key-';

const NAMES = {
  id: `${PREFIX}id`,
  lastFour: `${PREFIX}last-four`,
  verification: `${PREFIX}verification`,
  at: `${PREFIX}recorded-at`,
  by: `${PREFIX}recorded-by`,
} as const satisfies Record<keyof KeyRecord, string>;

const recordSchema = z
  .object({
    [NAMES.id]: z.string().min(1),
    [NAMES.lastFour]: z.string(),
    [NAMES.verification]: z.enum(['verified', 'rejected', 'not-verified']),
    [NAMES.at]: z.string().datetime(),
    [NAMES.by]: z.string(),
  })
  .transform((annotations): KeyRecord => ({
    id: annotations[NAMES.id],
    lastFour: annotations[NAMES.lastFour],
    verification: annotations[NAMES.verification],
    at: annotations[NAMES.at],
    by: annotations[NAMES.by],
  }));

export const recordAnnotations = (record: KeyRecord): Record<string, string> => ({
  [NAMES.id]: record.id,
  [NAMES.lastFour]: record.lastFour,
  [NAMES.verification]: record.verification,
  [NAMES.at]: record.at,
  [NAMES.by]: record.by,
});

/** The record on a Secret; undefined when there is none, or one that cannot be read. */
export const readRecord = (annotations: Record<string, string> = {}): KeyRecord | undefined =>
  recordSchema.safeParse(annotations).data;
