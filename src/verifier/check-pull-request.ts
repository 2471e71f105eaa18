import { pullRequestSchema } from '../apiKey/pull-verdict.ts';
import { parseImage, type ImageReference } from '../catalog/image-reference.ts';
import { readAskedKey, type AskedKey } from './asked-key.ts';

/** A question about a pull that can be asked. */
export interface CheckPull {
  project: string;
  image: ImageReference;
  key: AskedKey;
}

export type CheckPullReading =
  { status: 'ok'; request: CheckPull } | { status: 'refused'; message: string };

const FORM =
  'The body must be an object with the members "project" (a project\'s name), "image" and either "key" (a text) or "use" ("project" or "older"), and no other.';

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
  const asked = readAskedKey(read.data);
  return asked.status === 'ok'
    ? { status: 'ok', request: { project, image, key: asked.key } }
    : asked;
};
