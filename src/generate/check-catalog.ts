import { z } from 'zod';
import { parseCatalog } from '../catalog/parse-catalog.ts';
import { parse } from 'yaml';

/** Kubernetes' limit for all of a ConfigMap's data. */
const LIMIT_BYTES = 1024 * 1024;

/** What the wizard would complain about, and how much there is. */
export interface CatalogCheck {
  models: number;
  findings: string[];
}

const configMapSchema = z.object({
  kind: z.literal('ConfigMap'),
  metadata: z.object({ name: z.string() }),
  data: z.record(z.string()),
});

/** Reads a catalog ConfigMap (YAML or JSON) with the code that the wizard reads it with. */
export const checkCatalog = (text: string): CatalogCheck => {
  const document = readDocument(text);
  if (document.status === 'failed') {
    return { models: 0, findings: [document.message] };
  }
  const { data } = document.value;
  const { models, unreadable } = parseCatalog(data);
  return {
    models: models.length,
    findings: [
      ...unreadable.map(({ name, reason }) => `${name}: ${reason}`),
      ...duplicates(models.map(({ namespace, name }) => `${namespace}/${name}`)),
      ...tooLarge(data),
    ],
  };
};

type Document =
  { status: 'ok'; value: z.infer<typeof configMapSchema> } | { status: 'failed'; message: string };

const readDocument = (text: string): Document => {
  try {
    const parsed = configMapSchema.safeParse(parse(text));
    if (parsed.success) {
      return { status: 'ok', value: parsed.data };
    }
    const [issue] = parsed.error.issues;
    return { status: 'failed', message: `no catalog: ${issue?.path.join('.')}: ${issue?.message}` };
  } catch (error) {
    return { status: 'failed', message: `not readable as YAML: ${String(error)}` };
  }
};

const duplicates = (images: readonly string[]): string[] =>
  [...new Set(images.filter((image, index) => images.indexOf(image) !== index))].map(
    (image) => `${image}: is there more than once`,
  );

const tooLarge = (data: Readonly<Record<string, string>>): string[] => {
  const bytes = Object.entries(data).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
    0,
  );
  return bytes > LIMIT_BYTES
    ? [`the data has ${bytes} bytes, ${bytes - LIMIT_BYTES} more than a ConfigMap may hold`]
    : [];
};
