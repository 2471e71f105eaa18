import { parseImage } from './image-reference.ts';

/** An image as a deployment names it, which need not be as the catalog would. */
export interface DeployedImage {
  /** The registry and, for a mirror, the path in it before NVIDIA's own: `mirror.example/nvidia`. */
  prefix: string;
  namespace: string;
  name: string;
  /** Missing where the image is named by a digest alone, or by nothing. */
  tag?: string;
}

const DIGEST = /@[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[0-9a-f]{32,}$/;
const TAGGED = /:[^/]*$/;

/** Parses only: any tag would do. */
const SOME_TAG = 'latest';

/**
 * Reads the image of a deployment: with a tag, a digest, both or neither, from NVIDIA's registry or a
 * mirror of it. In a mirror NVIDIA's own path is found by its first part, `nim`; where that is not
 * there, the whole path is taken for the namespace. Undefined for what is no image with a registry.
 */
export const readDeployedImage = (text: string): DeployedImage | undefined => {
  const named = text.replace(DIGEST, '');
  const isTagged = TAGGED.test(named);
  const image = parseImage(isTagged ? named : `${named}:${SOME_TAG}`);
  if (!image) {
    return undefined;
  }
  const path = image.namespace.split('/');
  const start = path.at(-2) === 'nim' ? path.length - 2 : 0;
  return {
    prefix: [image.registry, ...path.slice(0, start)].join('/'),
    namespace: path.slice(start).join('/'),
    name: image.name,
    ...(isTagged ? { tag: image.tag } : {}),
  };
};

/** The image of a tag, from where the deployment has its image now. */
export const imageFromSamePlace = (
  { prefix, namespace, name }: Omit<DeployedImage, 'tag'>,
  tag: string,
): string => `${prefix}/${namespace}/${name}:${tag}`;
