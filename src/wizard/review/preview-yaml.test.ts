import { assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { storedPair } from '../../apiKey/key-secrets.factory.ts';
import { choicesWith, deploymentWith } from '../../bundle/deployment.factory.ts';
import { resourceBundle } from '../../bundle/resource-bundle.ts';
import { assembleInferenceService } from '../../bundle/assemble-inference-service.ts';
import { fullBundle, leastBundle } from '../../submit/bundle.factory.ts';
import { previewObjects, type PreviewedObject } from '../../submit/preview/preview-objects.ts';
import { previewYaml } from './preview-yaml.ts';

/** Both versions of YAML: kubectl reads 1.1, most other programs 1.2. */
const readAs = (text: string, version: '1.1' | '1.2'): unknown[] =>
  parseAllDocuments(text, { version })
    .map((document): unknown => document.toJS())
    .filter((document) => document !== null);

const withVariable = (name: string, value: string): PreviewedObject[] => {
  const choices = choicesWith({ env: [{ name, value }], args: [value] });
  return previewObjects(
    resourceBundle({
      choices,
      storage: { kind: 'existing', name: 'models', subPath: '' },
      keyWrites: [],
      deployment: { ...deploymentWith(), model: assembleInferenceService(choices) },
    }),
  );
};

describe('the YAML of what will be created', () => {
  it('says the same as the objects', () => {
    const objects = previewObjects(fullBundle());
    const meant = objects.map(({ object }) => object);
    expect(readAs(previewYaml(objects), '1.1')).toEqual(meant);
    expect(readAs(previewYaml(objects), '1.2')).toEqual(meant);
  });

  it('says the same whatever people write into their variables and arguments', () => {
    const odd = constantFrom('on', 'y', 'No', '0o17', '1_000', '12:30:45', '2026-01-01', '~', '<<');
    assert(
      property(oneof(string(), string({ unit: 'grapheme' }), odd), (value) => {
        const objects = withVariable('A', value);
        const meant = objects.map(({ object }) => object);
        expect(readAs(previewYaml(objects), '1.1')).toEqual(meant);
        expect(readAs(previewYaml(objects), '1.2')).toEqual(meant);
      }),
    );
  });

  it('has no anchors, also where one object stands in two places', () => {
    const resources = { cpu: 4, memory: '32Gi' };
    const object = {
      ...leastBundle().runtime,
      spec: { containers: [], a: resources, b: resources },
    };
    expect(previewYaml([{ change: 'created', object }])).not.toMatch(/[&*]a1/);
  });

  it('begins by saying whose it is, and where the key goes', () => {
    expect(previewYaml(previewObjects(fullBundle())).split('\n').slice(0, 4)).toEqual([
      '# What "Deploy model" makes in nim-demo, in this order.',
      '# The key is not shown: to apply this yourself, write it in',
      '# place of "<your NVIDIA API key>".',
      '---',
    ]);
  });

  it('does not speak of a key where none is written', () => {
    expect(previewYaml(previewObjects(leastBundle()))).not.toContain('key is not shown');
  });

  it('says of a Secret that exists that it gets another key', () => {
    const [, first = ''] = previewYaml(previewObjects(fullBundle(storedPair()))).split('---\n');
    expect(first).toMatch(/^# It exists already, and gets another key\.\napiVersion: v1\n/);
    expect(parse(first)).toMatchObject({ kind: 'Secret' });
  });

  it('says of the objects of a token that they go with the deployment', () => {
    const account = previewYaml(previewObjects(fullBundle()))
      .split('---\n')
      .find((text) => text.includes('kind: ServiceAccount\n'));
    expect(account).toMatch(
      /^# It belongs to the InferenceService my-model and is deleted\n# with it\.\n/,
    );
  });
});
