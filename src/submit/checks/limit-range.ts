import type { ResourceBundle } from '../../bundle/resource-bundle.ts';
import { quantityOf, writtenAmount } from '../../cluster/quantity.ts';
import type { LimitRange, ResourceRequirements } from '../../cluster/kubernetes.ts';
import { type Problem, type ProblemField, stops } from './problem.ts';
import { requestsOf } from './requests.ts';

/** Whether a container, pod or volume of the deployment asks for more or less than the project allows for one. */
export const checkLimitRanges = (
  { inferenceService, volume }: Pick<ResourceBundle, 'inferenceService' | 'volume'>,
  limitRanges: readonly LimitRange[],
): Problem[] => {
  const container = inferenceService.spec.predictor.model?.resources ?? {};
  return limitRanges.flatMap(({ metadata, spec }) =>
    spec.limits.flatMap((limits) => {
      const range = { name: metadata.name, ...limits };
      switch (limits.type) {
        case 'Container':
        case 'Pod':
          return checkRange('hardware', container, range);
        case 'PersistentVolumeClaim':
          return volume ? checkRange('storage', volume.spec.resources, range) : [];
        default:
          return [];
      }
    }),
  );
};

interface Range {
  name: string;
  type: string;
  max?: Record<string, string>;
  min?: Record<string, string>;
}

/** The most of what is asked for must not be above, the least not below. */
const checkRange = (
  field: ProblemField,
  resources: ResourceRequirements,
  range: Range,
): Problem[] => {
  const requests = requestsOf(resources);
  const above = Object.entries(range.max ?? {}).flatMap(([resource, most]) => {
    const asked = resources.limits?.[resource] ?? requests[resource];
    return asked !== undefined && isMore(asked, most)
      ? [tooMuch(field, { range, resource, asked, bound: most })]
      : [];
  });
  // A pod may have containers besides, so what ours asks for says nothing about too little.
  const below = Object.entries(range.type === 'Pod' ? {} : (range.min ?? {})).flatMap(
    ([resource, least]) => {
      const asked = requests[resource];
      return asked !== undefined && isMore(least, asked)
        ? [tooLittle(field, { range, resource, asked, bound: least })]
        : [];
    },
  );
  return [...above, ...below];
};

type Amount = string | number | undefined;

const isMore = (one: Amount, other: Amount): boolean => {
  const [left, right] = [quantityOf(one), quantityOf(other)];
  return left !== undefined && right !== undefined && left > right;
};

interface Finding {
  range: Range;
  resource: string;
  asked: string | number;
  bound: string;
}

const tooMuch = (field: ProblemField, finding: Finding): Problem =>
  stops(
    field,
    `The project does not allow so much ${finding.resource} for one ${wordOf(finding.range)}`,
    `${describe(finding, 'most')} Choose less, or ask an administrator.`,
  );

const tooLittle = (field: ProblemField, finding: Finding): Problem =>
  stops(
    field,
    `The project does not allow so little ${finding.resource} for one ${wordOf(finding.range)}`,
    `${describe(finding, 'least')} Choose more, or ask an administrator.`,
  );

const describe = ({ range, resource, bound, asked }: Finding, end: 'most' | 'least'): string =>
  `The limit range "${range.name}" sets ${writtenAmount(resource, bound)} at ${end}; this deployment asks for ${writtenAmount(resource, asked)}.`;

const wordOf = ({ type }: Range): string =>
  type === 'PersistentVolumeClaim' ? 'volume' : type.toLowerCase();
