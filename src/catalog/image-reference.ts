import type { CatalogModel } from './catalog-model.ts';

/** NVIDIA's registry. A cluster without internet maps it to a mirror (ImageTagMirrorSet). */
export const NIM_REGISTRY = 'nvcr.io';

/** A reference to a container image, in its parts: `nvcr.io` / `nim/meta` / `llama` : `1.8.5`. */
export interface ImageReference {
  registry: string;
  namespace: string;
  name: string;
  tag: string;
}

/** The image of a catalog model. The tag is used exactly as the catalog lists it: 1.10 is not 1.10.0. */
export const imageOf = (
  model: Pick<CatalogModel, 'namespace' | 'name'>,
  tag: string,
): ImageReference => ({
  registry: NIM_REGISTRY,
  namespace: model.namespace,
  name: model.name,
  tag,
});

export const formatImage = ({ registry, namespace, name, tag }: ImageReference): string =>
  `${registry}/${namespace}/${name}:${tag}`;

/**
 * The grammar of an image reference (OCI distribution's reference package): a host with a port, path
 * components of small letters and digits with single separators between them, a tag.
 */
const HOST = '[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\\d{1,5})?';
const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const TAG = '\\w[\\w.-]{0,127}';
const REFERENCE = new RegExp(
  `^(${HOST})/(${COMPONENT}(?:/${COMPONENT})*)/(${COMPONENT}):(${TAG})$`,
);
const LONGEST_NAME = 255;

/** Reads `registry/namespace/name:tag`; undefined for anything else, a digest for instance. */
export const parseImage = (text: string): ImageReference | undefined => {
  if (text.length > LONGEST_NAME + 1 + 128) {
    return undefined;
  }
  const [, registry, namespace, name, tag] = REFERENCE.exec(text) ?? [];
  return registry && namespace && name && tag ? { registry, namespace, name, tag } : undefined;
};
