import { readKey } from '../apiKey/key-shape.ts';
import { pullRequestSchema } from '../apiKey/pull-verdict.ts';
import { parseImage, type ImageReference } from '../catalog/image-reference.ts';

/** A question about a pull that can be asked; without a key it is about the project's own. */
export interface CheckPull {
  project: string;
  image: ImageReference;
  key?: string;
}

export type CheckPullReading =
  { status: 'ok'; request: CheckPull } | { status: 'refused'; message: string };

const FORM =
  'The body must be an object with the members "project", "image" and either "key" or "use": "project", and no other.';

/** Reads the body of a check. What it says about a bad one repeats nothing of it. */
export const readCheckPullRequest = (body: unknown, registry: string): CheckPullReading => {
  const read = pullRequestSchema.safeParse(body);
  if (!read.success) {
    return { status: 'refused', message: FORM };
  }
  const { project } = read.data;
  const image = parseImage(read.data.image);
  if (image === undefined || image.registry !== registry) {
    return {
      status: 'refused',
      message: `"image" must be of the form ${registry}/namespace/name:tag.`,
    };
  }
  if ('use' in read.data) {
    return { status: 'ok', request: { project, image } };
  }
  const key = readKey(read.data.key);
  return key.status === 'refused'
    ? { status: 'refused', message: key.message }
    : { status: 'ok', request: { project, image, key: key.key } };
};
