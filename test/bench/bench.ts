/** Something that is measured, with its limit if there is one. */
export interface Figure {
  what: string;
  value: number;
  unit: string;
  /** At least or at most so much; a figure without a limit is only printed. */
  atLeast?: number;
  atMost?: number;
}

/** One file `*.bench.ts` of this folder: `npm run bench` finds and runs it. */
export interface Bench {
  name: string;
  /** What is done and about how long that takes, printed before. */
  about: string;
  run: () => Promise<Figure[]>;
}

export const isWithin = ({ value, atLeast, atMost }: Figure): boolean =>
  value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity);

export const figureLine = (figure: Figure): string => {
  const { what, value, unit, atLeast, atMost } = figure;
  const limits = [
    ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}`]),
  ];
  const verdict = limits.length === 0 ? '    ' : isWithin(figure) ? 'ok  ' : 'MISS';
  const limit = limits.length === 0 ? '' : ` (${limits.join(', ')})`;
  return `${verdict} ${what}: ${Number(value.toPrecision(4))} ${unit}${limit}`;
};
