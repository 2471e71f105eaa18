import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { modelWith } from '../../catalog/catalog-model.factory.ts';
import { isRegistry, mirrorList } from './mirror-list.ts';
import { selectForMirror } from './mirror-selection.ts';

const llama = modelWith({
  name: 'llama-3.1',
  tags: ['1.9.0', '1.10.0', 'latest'],
  latestTag: '1.9.0',
});
const phi = modelWith({
  name: 'phi',
  namespace: 'nim/microsoft',
  tags: ['latest'],
  latestTag: 'latest',
});

describe('what is mirrored', () => {
  it('is the recommended version of each model, and the catalog offers no other', () => {
    const { latestTag: _notMirrored, ...rest } = llama;
    expect(selectForMirror([llama, phi], 'recommended')).toEqual([
      { ...rest, tags: ['1.10.0'] },
      phi,
    ]);
  });

  it('is every version, if that is wanted', () => {
    expect(selectForMirror([llama, phi], 'all')).toEqual([llama, phi]);
  });
});

describe('a list for a mirror', () => {
  const models = selectForMirror([llama, phi], 'recommended');

  it('tells the cluster to pull these repositories from the mirror and nowhere else', () => {
    expect(parse(mirrorList(models, 'm.example.com/x', 'image-tag-mirror-set'))).toEqual({
      apiVersion: 'config.openshift.io/v1',
      kind: 'ImageTagMirrorSet',
      metadata: { name: 'nim-models' },
      spec: {
        imageTagMirrors: ['nim/meta/llama-3.1', 'nim/microsoft/phi'].map((id) => ({
          source: `nvcr.io/${id}`,
          mirrors: [`m.example.com/x/${id}`],
          mirrorSourcePolicy: 'NeverContactSource',
        })),
      },
    });
  });

  it('tells oc mirror which images to take', () => {
    expect(parse(mirrorList(models, 'm.example.com/x', 'oc-mirror'))).toEqual({
      apiVersion: 'mirror.openshift.io/v2alpha1',
      kind: 'ImageSetConfiguration',
      mirror: {
        additionalImages: [
          { name: 'nvcr.io/nim/meta/llama-3.1:1.10.0' },
          { name: 'nvcr.io/nim/microsoft/phi:latest' },
        ],
      },
    });
  });

  it('is a line for skopeo for each image', () => {
    expect(mirrorList([phi], 'm.example.com:5000', 'skopeo')).toBe(
      'skopeo copy --all docker://nvcr.io/nim/microsoft/phi:latest docker://m.example.com:5000/nim/microsoft/phi:latest\n',
    );
  });
});

describe('the name of a registry', () => {
  it.each(['mirror.example.com', 'localhost:5000', 'mirror.example.com:5000/a/b-c'])(
    'is %s',
    (name) => {
      expect(isRegistry(name)).toBe(true);
    },
  );

  it.each(['https://m', 'm/', 'm; rm -rf x', '$(id)', 'm:tag/x', 'm/UP', '-m', ''])(
    'is not %j',
    (name) => {
      expect(isRegistry(name)).toBe(false);
    },
  );
});
