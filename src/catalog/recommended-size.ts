import { LANGUAGE } from '../words/language.ts';
import { describeParameters } from './describe-facts.ts';
import type { ModelNeeds } from './model-needs.ts';

/** How large a model's cache should be. */
export interface RecommendedSize {
  /** In GiB, whole tens. */
  gi: number;
  /** The rest of a sentence: why so much. */
  why: string;
}

/** In GiB: models of 8B parameters take this and more. */
export const LEAST_SIZE_GI = 30;

/** In GiB: what is proposed where nobody knows more. */
export const USUAL_SIZE_GI = 100;

const fractional = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 0 });

/** `6.2 GB`, from a hundred on without a fraction */
export const inGigabytes = (bytes: number): string =>
  `${(bytes < 100e9 ? fractional : whole).format(bytes / 1e9)} GB`;

const USUAL_BITS = 16;

/** What a model's files take by its parameters, and the words for it; undefined where it is not known. */
export const filesByParameters = ({
  parameters,
  bits,
}: ModelNeeds): { bytes: number; text: string } | undefined => {
  if (parameters === undefined) {
    return undefined;
  }
  const bytes = (parameters * (bits ?? USUAL_BITS)) / 8;
  const each = bits === undefined ? `the usual ${USUAL_BITS}` : String(bits);
  const text = `${describeParameters({ parameters })} take ${inGigabytes(bytes)} at ${each} bits each`;
  return { bytes, text };
};

/**
 * A guess, since NVIDIA does not say how much a model's files take: all its parameters, whatever fits into
 * the memory of its GPUs, and twice its image, which is compressed. Undefined where the catalog knows none
 * of these, or only that the model is not larger than most. An image alone makes it no less than what holds
 * most models: the files of many are not in it.
 */
export const recommendedSize = (needs: ModelNeeds): RecommendedSize | undefined => {
  const { imageBytes, gpus } = needs;
  const memory = gpus?.memoryGb === undefined ? undefined : gpus.count * gpus.memoryGb;
  const { bytes = 0, text = '' } = filesByParameters(needs) ?? {};
  if (imageBytes === undefined && memory === undefined && bytes <= USUAL_SIZE_GI * 1e9) {
    return undefined;
  }
  // A GiB for each GB, so that there is some room besides.
  const reasons: RecommendedSize[] = [
    memory === undefined
      ? { gi: USUAL_SIZE_GI, why: 'that holds most models' }
      : { gi: LEAST_SIZE_GI, why: 'less holds hardly any model' },
    {
      gi: Math.ceil((2 * (imageBytes ?? 0)) / 2 ** 30),
      why: `twice its image, which takes ${inGigabytes(imageBytes ?? 0)} compressed`,
    },
    {
      gi: memory ?? 0,
      why: `its files fit into the memory of its GPUs, ${inGigabytes((memory ?? 0) * 1e9)}`,
    },
    { gi: bytes / 1e9, why: `its ${text}` },
  ];
  const [most] = reasons.toSorted((one, other) => other.gi - one.gi);
  return most && { ...most, gi: Math.ceil(most.gi / 10) * 10 };
};
