import '../../test/factories/without-style-sheets.ts';
import { describe, expect, it } from 'vitest';
import type { KeyReference } from '../apiKey/key-reference.ts';
import { enteredKey, storedPair } from '../apiKey/key-secrets.factory.ts';
import { findProjectKey } from '../apiKey/project-key.ts';
import { modelWith } from '../catalog/catalog-model.factory.ts';
import type { SeenKey } from '../wizard/key/project-key-query.ts';
import { proposedVolume } from '../wizard/storage/storage-field-value.ts';
import type { KeyData } from '../wizard/key/use-key-data.ts';
import type { PullCheck } from '../wizard/model/use-model-data.ts';
import { apiKeyField, modelField, storageField } from './fields.ts';
import { stateWith } from './wizard-state.factory.ts';

const retry = (): void => undefined;

const found = (key: SeenKey): KeyData => ({
  value: { project: 'nim-demo', key, scope: 'project', skipsVerification: false },
  retry,
});

const { apiKey, imagePull } = storedPair();
const stored = findProjectKey([apiKey, imagePull]);

const reviewed = (sections: ReturnType<NonNullable<typeof modelField.getReviewSections>>) =>
  sections.flatMap(({ items }) =>
    items
      .filter(({ isVisible }) => isVisible?.(stateWith()) ?? true)
      .map(({ label, value, optional }) => ({ optional, row: [label, value(stateWith())] }))
      // The host leaves out an optional row without a value, and shows any other one empty.
      .filter(({ optional, row }) => !optional || row[1] !== '')
      .map(({ row }) => row),
  );

describe('what is reviewed', () => {
  it('is the model, its version and the exact image', () => {
    const model = { namespace: 'nim/meta', name: 'llama', displayName: 'Llama' };
    const sections = modelField.getReviewSections?.(
      { kind: 'chosen', model, tag: '1.8' },
      stateWith(),
    );
    expect(reviewed(sections ?? [])).toEqual([
      ['Model', 'Llama'],
      ['Version', '1.8'],
      ['Image', 'nvcr.io/nim/meta/llama:1.8'],
      ['Protocol', 'HTTP'],
      ['Serving runtime', 'NVIDIA NIM'],
    ]);
  });

  it('is that a model is called by gRPC', () => {
    const model = { namespace: 'nim/nvidia', name: 'speech', displayName: 'Speech' };
    const value = { kind: 'chosen', model, tag: '1', protocol: 'grpc' } as const;
    const rows = reviewed(modelField.getReviewSections?.(value, stateWith()) ?? []);
    expect(rows).toContainEqual(['Protocol', 'gRPC']);
    expect(rows).toContainEqual(['Serving runtime', 'NVIDIA NIM (gRPC)']);
  });

  it.each([
    ['the catalog', [modelWith()], 'Llama 3.1 8B Instruct'],
    ['its image, once the catalog has it no more', [], 'llama-3.1-8b-instruct'],
  ])('is the model of an existing deployment by the name of %s', (_name, models, displayName) => {
    const { namespace, name } = modelWith();
    const sections = modelField.getReviewSections?.(
      { kind: 'chosen', model: { namespace, name, displayName: name }, tag: '1.8' },
      stateWith(),
      { value: { models, unreadable: [], title: 'the catalog' }, retry },
    );
    expect(reviewed(sections ?? [])[0]).toEqual(['Model', displayName]);
  });

  it('is a new volume under the name that it will have', () => {
    const value = { ...proposedVolume('standard'), subPath: 'llama' };
    expect(reviewed(storageField.getReviewSections?.(value, stateWith()) ?? [])).toEqual([
      ['Model cache', 'nim-my-model (new volume)'],
      ['Size', '100 GiB'],
      ['Storage class', 'standard'],
      ['Sub-path', 'llama'],
    ]);
  });

  it('is a new volume without its class where none is known yet', () => {
    const rows = reviewed(storageField.getReviewSections?.(proposedVolume(''), stateWith()) ?? []);
    expect(rows).toEqual([
      ['Model cache', 'nim-my-model (new volume)'],
      ['Size', '100 GiB'],
    ]);
  });

  it('is a size with its thousands apart', () => {
    const value = { ...proposedVolume('standard'), size: 1536 };
    const rows = reviewed(storageField.getReviewSections?.(value, stateWith()) ?? []);
    expect(rows).toContainEqual(['Size', '1,536 GiB']);
  });

  it('is an existing volume, without a sub-path where there is none', () => {
    const value = { kind: 'existing', name: 'models', subPath: '' } as const;
    expect(reviewed(storageField.getReviewSections?.(value, stateWith()) ?? [])).toEqual([
      ['Model cache', 'models (existing volume)'],
    ]);
  });

  const replaced = found(stored);

  it.each<[KeyReference, KeyData | undefined, string]>([
    [enteredKey(), undefined, 'Ends in WXYZ, verified'],
    [enteredKey({ verification: 'switched-off' }), undefined, 'Ends in WXYZ, not verified'],
    [
      enteredKey({ verification: 'could-not-tell' }),
      undefined,
      'Ends in WXYZ, not verified: nobody could tell whether NVIDIA knows it',
    ],
    [enteredKey(), replaced, "Ends in WXYZ, verified. Replaces the project's key (…WXYZ)"],
    [
      enteredKey({ scope: 'deployment' }),
      replaced,
      'Ends in WXYZ, verified. For this deployment only',
    ],
    [
      { kind: 'stored', project: 'nim-demo', source: 'project' },
      replaced,
      "The project's own: …WXYZ, verified on August 22, 2026 by ada",
    ],
    [
      { kind: 'stored', project: 'nim-demo', source: 'project' },
      found({ kind: 'unseen' }),
      "The project's own",
    ],
    [{ kind: 'in-use', project: 'nim-demo' }, undefined, 'As deployed'],
    [{ kind: 'not-needed' }, undefined, 'None needed'],
  ])('is of the key %o no more than this: %#', (value, data, text) => {
    const sections = apiKeyField.getReviewSections?.(value, stateWith(), data);
    expect(reviewed(sections ?? [])).toEqual([['NVIDIA API key', text]]);
  });

  it.each<[PullCheck, string]>([
    [{ status: 'asking' }, 'Being checked'],
    [
      { status: 'answered', answer: { status: 'can-pull' }, again: retry },
      'This key can pull this image',
    ],
    [
      { status: 'answered', answer: { status: 'not-entitled' }, again: retry },
      'This key is not allowed to pull this image',
    ],
  ])('is whether the key may pull the image: %o', (pull, text) => {
    const model = { namespace: 'nim/meta', name: 'llama', displayName: 'Llama' };
    const sections = modelField.getReviewSections?.(
      { kind: 'chosen', model, tag: '1.8' },
      stateWith(),
      { pull, retry },
    );
    expect(reviewed(sections ?? [])).toContainEqual(['Image pull', text]);
  });
});
