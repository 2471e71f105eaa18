import { describe, expect, it } from 'vitest';
import { modelWith, shippedCatalogData } from './catalog-model.factory.ts';
import { kindOf, type ModelKind } from './model-kind.ts';
import { parseCatalog } from './parse-catalog.ts';

const of = (name: string, namespace = 'nim/nvidia', displayName = name) =>
  kindOf(modelWith({ name, namespace, displayName }));

describe('what a model is for', () => {
  it.each([
    ['llama-3.1-8b-instruct', 'chat'],
    ['gemma-2-9b-it', 'chat'],
    ['deepseek-r1', 'chat'],
    ['nv-embedqa-e5-v5', 'embedding'],
    ['llama-nemotron-embed-vl-1b-v2', 'embedding'],
    ['llama-3.2-nv-rerankqa-1b-v2', 'reranking'],
    ['llama-3.2-11b-vision-instruct', 'vision'],
    ['stable-diffusion-3.5-large', 'vision'],
    ['parakeet-0-6b-ctc-en-us', 'speech'],
    ['genmol', 'biology'],
  ])('is read from the words of its name: %s is for %s', (name, kind) => {
    expect(of(name)).toBe(kind);
  });

  it('is read from its display name, too', () => {
    expect(of('canary', 'nim/nvidia', 'Canary ASR')).toBe('speech');
  });

  it('is known of some publishers', () => {
    expect(of('fold', 'nim/openfold')).toBe('biology');
    expect(of('fold', 'nim/else')).toBe('other');
  });

  it.each([
    'llama-3.1-8b-base',
    'llama-3.1-nemoguard-8b-content-safety',
    'nemotron-4-340b-reward',
    'riva-translate-4b-instruct-v1.1',
    'corrdiff',
  ])('is not guessed: %s is another', (name) => {
    expect(of(name)).toBe('other');
  });

  it.each([
    'super-resolution',
    'ultra-sound',
    'nano-satellite',
    'bert-it',
    'protein-structure-x',
    'protein-gpt',
    'log-parse',
    'eye-tracking',
    'reason-codes',
    'image-to-3d',
    'periodic-elements',
    'latent-diffusion-policy',
    'solar-flux',
    'model-r1',
  ])('is not guessed from a word that says it in one family only: %s is another', (name) => {
    expect(of(name)).toBe('other');
  });

  it('takes no part of a word for a word', () => {
    expect(of('bitnet-clip-chatter')).toBe('other');
  });
});

describe('what the models of the catalog are for', () => {
  const { models } = parseCatalog(shippedCatalogData());
  const namesOf = (kind: ModelKind): string[] =>
    models.flatMap((model) => (kindOf(model) === kind ? [model.name] : [])).toSorted();

  it('is for most of them chat', () => {
    expect(namesOf('chat')).toHaveLength(87);
  });

  it.each([
    'deepseek-r1',
    'deepseek-v31',
    'deepseek-v3.1-terminus',
    'deepseek-v32-exp-nim',
    'gemma-2-9b-it',
    'gemma-3-1b-it',
    'glm-5',
    'gpt-oss-120b',
    'gpt-oss-20b',
    'greenmind-medium-14b-r1',
    'kimi-k2.5',
    'llama-3.1-nemotron-nano-8b-v1',
    'llama-3.1-nemotron-ultra-253b-v1',
    'llama-3.3-nemotron-super-49b-v1',
    'llama-3.3-nemotron-super-49b-v1.5',
    'llama-3.3-nemotron-super-49b-v1.5-pb25h2',
    'llama3.1-nemotron-nano-4b-v1.1',
    'nemotron-3-nano',
    'nvidia-nemotron-nano-9b-v2',
    'nvidia-nemotron-nano-9b-v2-dgx-spark',
    'qwen3-235b-a22b-fp8',
    'qwen3-32b',
    'qwen3-32b-dgx-spark',
    'qwen3.5-397b-a17b',
    'sarvam-m',
  ])('is chat for %s, whose family says so', (name) => {
    expect(namesOf('chat')).toContain(name);
  });

  it('is an image or what is seen for these', () => {
    expect(namesOf('vision')).toEqual([
      'ai-generated-image-detection',
      'cosmos-predict1-7b-text2world',
      'cosmos-predict1-7b-video2world',
      'cosmos-reason1-7b',
      'cosmos-reason2-2b',
      'cosmos-reason2-8b',
      'deepfake-image-detection',
      'flux.1-dev',
      'flux.1-kontext-dev',
      'flux.1-schnell',
      'llama-3.1-nemotron-nano-vl-8b-v1',
      'llama-3.2-11b-vision-instruct',
      'llama-3.2-90b-vision-instruct',
      'maxine-eye-contact',
      'nemoretriever-graphic-elements-v1',
      'nemoretriever-ocr-v1',
      'nemoretriever-page-elements-v2',
      'nemoretriever-page-elements-v3',
      'nemoretriever-parse',
      'nemoretriever-table-structure-v1',
      'nemotron-nano-12b-v2-vl',
      'nemotron-parse',
      'nv-yolox-page-elements-v1',
      'paddleocr',
      'stable-diffusion-3.5-large',
      'trellis',
      'vista3d',
    ]);
  });

  it('is biology for these', () => {
    expect(namesOf('biology')).toEqual([
      'alphafold2',
      'alphafold2-multimer',
      'boltz2',
      'diffdock',
      'evo2',
      'evo2-40b',
      'genmol',
      'molmim',
      'msa-search',
      'openfold2',
      'openfold3',
      'proteinmpnn',
      'rfdiffusion',
    ]);
  });

  it('is speech for these', () => {
    expect(namesOf('speech')).toEqual([
      'canary-1b',
      'fastpitch-hifigan-tts',
      'magpie-tts-multilingual',
      'parakeet-0-6b-ctc-en-us',
      'parakeet-1-1b-ctc-en-us',
      'parakeet-1-1b-rnnt-multilingual',
      'parakeet-ctc-0.6b-es',
      'parakeet-ctc-0.6b-vi',
      'parakeet-ctc-0.6b-zh-cn',
      'parakeet-ctc-0.6b-zh-tw',
      'parakeet-ctc-1.1b-asr',
      'parakeet-tdt-0.6b-v2',
      'riva-asr',
      'riva-tts',
      'whisper-large-v3',
    ]);
  });

  it('is not said for these', () => {
    expect(namesOf('other')).toEqual([
      'audio2face-3d',
      'corrdiff',
      'domino-automotive-aero',
      'fourcastnet',
      'llama-3-sqlcoder-8b',
      'llama-3.1-8b-base',
      'llama-3.1-nemoguard-8b-content-safety',
      'llama-3.1-nemoguard-8b-topic-control',
      'llama-3.1-nemotron-nano-8b-healthcare-text2sql-v1.0',
      'llama-3.1-nemotron-safety-guard-8b-v3',
      'llama-3.3-nemotron-super-49b-healthcare-text2sql-v1.0',
      'llm-nim',
      'maisi',
      'maxine-audio2face-2d',
      'maxine-bnr',
      'maxine-studio-voice',
      'megatron-1b-nmt',
      'nemoguard-jailbreak-detect',
      'nemotron-4-340b-reward',
      'riva-nmt',
      'riva-translate-1_6b',
      'riva-translate-4b-instruct-v1.1',
      'riva_translate_4b_instruct',
      'starcoder2-7b',
      'starcoderbase-15b',
    ]);
  });

  it('is a search for the others', () => {
    expect([namesOf('embedding').length, namesOf('reranking').length]).toEqual([15, 4]);
  });
});
