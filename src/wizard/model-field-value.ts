import { z } from 'zod';

/** What the wizard's state knows about the model: none yet, or one with the tag as the catalog lists it. */
const modelFieldSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('chosen'),
    model: z.object({ namespace: z.string(), name: z.string(), displayName: z.string() }),
    tag: z.string().min(1),
  }),
]);

export type ModelFieldValue = z.infer<typeof modelFieldSchema>;

export type ChosenModel = Extract<ModelFieldValue, { kind: 'chosen' }>;

/** The wizard goes on when a model is chosen. */
export const chosenModelSchema = modelFieldSchema.refine(({ kind }) => kind === 'chosen', {
  message: 'Choose a model.',
});
