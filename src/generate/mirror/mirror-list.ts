import { stringify } from 'yaml';
import { modelId, type CatalogModel } from '../../catalog/catalog-model.ts';
import { NIM_REGISTRY } from '../../catalog/image-reference.ts';
import { imagesOf } from './mirror-selection.ts';

/** What a list of images is written for. */
export const MIRROR_FORMATS = ['image-tag-mirror-set', 'oc-mirror', 'skopeo'] as const;
export type MirrorFormat = (typeof MIRROR_FORMATS)[number];

/** `registry.example.com:5000/mirror`: a host, perhaps a port and a path. */
const REGISTRY =
  /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?(:\d{1,5})?(\/[a-z0-9]+((\.|_{1,2}|-+)[a-z0-9]+)*)*$/;

export const isRegistry = (text: string): boolean => REGISTRY.test(text);

/** The list for a mirror at `registry`, where images keep their path: `<registry>/nim/meta/llama`. */
export const mirrorList = (
  models: readonly CatalogModel[],
  registry: string,
  format: MirrorFormat,
): string => {
  switch (format) {
    case 'image-tag-mirror-set':
      return imageTagMirrorSet(models, registry);
    case 'oc-mirror':
      return imageSetConfiguration(models);
    case 'skopeo':
      return skopeoLines(models, registry);
  }
};

/**
 * For the cluster: where to pull these images from. `NeverContactSource`, for there is no internet
 * and a failed attempt costs minutes. Source of the fields: OpenShift's API reference,
 * ImageTagMirrorSet config.openshift.io/v1.
 */
const imageTagMirrorSet = (models: readonly CatalogModel[], registry: string): string =>
  stringify(
    {
      apiVersion: 'config.openshift.io/v1',
      kind: 'ImageTagMirrorSet',
      metadata: { name: 'nim-models' },
      spec: {
        imageTagMirrors: models
          .map(modelId)
          .toSorted()
          .map((id) => ({
            source: `${NIM_REGISTRY}/${id}`,
            mirrors: [`${registry}/${id}`],
            mirrorSourcePolicy: 'NeverContactSource',
          })),
      },
    },
    { lineWidth: 0 },
  );

/**
 * For `oc mirror --v2 --config FILE --workspace file://DIR docker://REGISTRY`. The mirror is named
 * there and not in the file; version 2 knows no `storageConfig`. Source: OKD's documentation,
 * "Migrating from oc-mirror plugin v1 to v2", and oc-mirror's type_config.go (v2alpha1).
 */
const imageSetConfiguration = (models: readonly CatalogModel[]): string =>
  stringify(
    {
      apiVersion: 'mirror.openshift.io/v2alpha1',
      kind: 'ImageSetConfiguration',
      mirror: { additionalImages: imagesOf(models).map((name) => ({ name })) },
    },
    { lineWidth: 0 },
  );

/** A line an image, with all its architectures; each can be run again by itself. */
const skopeoLines = (models: readonly CatalogModel[], registry: string): string =>
  imagesOf(models)
    .map((image) => {
      const mirrored = image.replace(NIM_REGISTRY, registry);
      return `skopeo copy --all docker://${image} docker://${mirrored}\n`;
    })
    .join('');
