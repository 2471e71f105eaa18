import type { CatalogModel } from './catalog-model.ts';
import { publisherOf } from './describe-model.ts';

/** What a model is for. */
export type ModelKind =
  'chat' | 'embedding' | 'reranking' | 'vision' | 'speech' | 'biology' | 'other';

/** In the order in which people look for them. */
export const modelKinds: readonly ModelKind[] = [
  'chat',
  'embedding',
  'reranking',
  'vision',
  'speech',
  'biology',
  'other',
];

interface Rule {
  kind: ModelKind;
  /** Of the model's name, with spaces between them. */
  words: string;
  /** Whose models are all of this kind. */
  publishers?: readonly string[];
}

/**
 * NVIDIA's catalog does not say what a model is for, but names do: a model is of the first kind of which
 * its name has a word. What tells nothing for sure (a model that only completes text, a guard, a
 * translator) is `other`.
 */
const rules: readonly Rule[] = [
  { kind: 'reranking', words: 'rerank rerankqa reranking' },
  { kind: 'embedding', words: 'embed embed1 embedqa embedding bge nvclip' },
  { kind: 'speech', words: 'asr tts speech whisper parakeet canary magpie fastpitch' },
  {
    kind: 'biology',
    words: 'genmol molmim proteinmpnn rfdiffusion diffdock evo2 msa',
    publishers: ['arc', 'colabfold', 'deepmind', 'ipd', 'mit', 'openfold'],
  },
  {
    kind: 'other',
    words: 'guard nemoguard jailbreakdetect safety reward base translate nmt sqlcoder text2sql',
  },
  {
    kind: 'vision',
    words:
      'vision vl image ocr paddleocr yolox elements structure parse flux diffusion trellis text2world video2world reason eye vista',
  },
  {
    kind: 'chat',
    words: 'chat instruct it thinking gpt r1 kimi glm qwen3 deepseek sarvam super ultra nano',
  },
];

/** What a model is for, as far as its name says. */
export const kindOf = (
  model: Pick<CatalogModel, 'name' | 'displayName' | 'namespace'>,
): ModelKind => {
  const words = new Set(wordsIn(`${model.name} ${model.displayName}`));
  const publisher = publisherOf(model.namespace);
  const rule = rules.find(
    (one) =>
      one.words.split(' ').some((word) => words.has(word)) ||
      one.publishers?.includes(publisher) === true,
  );
  return rule?.kind ?? 'other';
};

/** `nv-embedqa-e5-v5` has the words nv, embedqa, e5 and v5. */
const wordsIn = (name: string): string[] => name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
