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
  /** Of the model's name, with spaces between them; of `nemotron+nano` it has both. */
  words: string;
  /** Whose models are all of this kind. */
  publishers?: readonly string[];
}

/**
 * NVIDIA's catalog does not say what a model is for, but names do: a model is of the first kind of which
 * its name has a word. A word that says so in one family only (`it`, `nano`, `parse`) counts with the
 * family's name beside it. What tells nothing for sure (a model that only completes text, a guard, a
 * translator) is `other`.
 */
const rules: readonly Rule[] = [
  { kind: 'reranking', words: 'rerank reranker rerankqa reranking' },
  { kind: 'embedding', words: 'embed embed1 embedqa embedding bge nvclip' },
  { kind: 'speech', words: 'asr tts speech whisper parakeet fastpitch' },
  {
    kind: 'biology',
    words: 'genmol molmim proteinmpnn rfdiffusion diffdock evo2 msa+search alphafold2 boltz2',
    publishers: ['arc', 'colabfold', 'ipd', 'openfold'],
  },
  {
    kind: 'other',
    words: 'guard nemoguard jailbreakdetect safety reward base translate nmt sqlcoder text2sql',
  },
  {
    kind: 'vision',
    words:
      'vision vl image+detection ocr paddleocr yolox page+elements graphic+elements table+structure nemoretriever+parse nemotron+parse stable+diffusion trellis text2world video2world cosmos+reason eye+contact vista3d',
    publishers: ['black-forest-labs'],
  },
  {
    kind: 'chat',
    words:
      'chat instruct thinking gemma+it gpt+oss deepseek greenmind+r1 kimi glm qwen3 sarvam nemotron+super nemotron+ultra nemotron+nano',
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
      one.words.split(' ').some((all) => all.split('+').every((word) => words.has(word))) ||
      one.publishers?.includes(publisher) === true,
  );
  return rule?.kind ?? 'other';
};

/** `nv-embedqa-e5-v5` has the words nv, embedqa, e5 and v5. */
const wordsIn = (name: string): string[] => name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
