import type { CSSProperties, ReactElement } from 'react';
import { type PlanStep, wavesOf } from '../../src/submit/plan/submit-plan.ts';
import { planOf, type PlannedDeployment } from './plan-of-a-deployment.ts';

/** In units of the drawing, which grows and shrinks with the page. */
const BOX = { width: 184, height: 48 };
const GAP = { between: 16, waves: 40 };
const MARGIN = 2;

/**
 * The plan of a submission, drawn from the plan itself: each row is a wave of steps that may go at the
 * same time, each arrow leads from a step to one that comes right after it.
 */
export const PlanGraph = (props: PlannedDeployment): ReactElement => {
  const waves = wavesOf(planOf(props));
  const places = placesOf(waves);
  const steps = waves.flat();
  const [width, height] = sizeOf(waves);
  return (
    <figure style={{ margin: 0 }}>
      <svg
        role="img"
        aria-label={`${steps.length} steps in ${waves.length} waves`}
        viewBox={`0 0 ${width} ${height}`}
        style={{ maxWidth: width, width: '100%' }}
      >
        <Arrow />
        {steps.flatMap((step) =>
          directlyBefore(step, steps).map((before) => (
            <Line key={`${before} ${step.id}`} from={places.get(before)} to={places.get(step.id)} />
          )),
        )}
        {steps.map((step) => (
          <Box key={step.id} step={step} place={places.get(step.id)} />
        ))}
      </svg>
      <StepList steps={steps} />
    </figure>
  );
};

/** Without what comes first anyway, since another of these comes after it. */
const directlyBefore = (step: PlanStep, steps: readonly PlanStep[]): string[] =>
  step.dependsOn.filter(
    (before) => !step.dependsOn.some((other) => allBefore(other, steps).has(before)),
  );

const allBefore = (id: string, steps: readonly PlanStep[]): Set<string> => {
  const { dependsOn = [] } = steps.find((step) => step.id === id) ?? {};
  return new Set(dependsOn.flatMap((before) => [before, ...allBefore(before, steps)]));
};

interface Place {
  x: number;
  y: number;
}

const sizeOf = (waves: PlanStep[][]): [number, number] => {
  const widest = Math.max(...waves.map((wave) => wave.length));
  return [
    widest * (BOX.width + GAP.between) - GAP.between + 2 * MARGIN,
    waves.length * (BOX.height + GAP.waves) - GAP.waves + 2 * MARGIN,
  ];
};

const placesOf = (waves: PlanStep[][]): Map<string, Place> => {
  const [width] = sizeOf(waves);
  return new Map(
    waves.flatMap((wave, row) => {
      const left = (width - wave.length * (BOX.width + GAP.between) + GAP.between) / 2;
      return wave.map(({ id }, column): [string, Place] => [
        id,
        {
          x: left + column * (BOX.width + GAP.between),
          y: MARGIN + row * (BOX.height + GAP.waves),
        },
      ]);
    }),
  );
};

const line: CSSProperties = {
  fill: 'none',
  stroke: 'var(--pf-t--global--icon--color--subtle)',
  strokeWidth: 1.5,
};

const ARROW = 'plan-arrow';

const Arrow = (): ReactElement => (
  <marker
    id={ARROW}
    viewBox="0 0 8 8"
    refX="7"
    refY="4"
    markerWidth="8"
    markerHeight="8"
    orient="auto"
  >
    <path d="M0 0L8 4L0 8z" style={{ fill: line.stroke }} />
  </marker>
);

const Line = ({ from, to }: { from?: Place | undefined; to?: Place | undefined }) => {
  if (!from || !to) {
    return null;
  }
  const [x1, y1] = [from.x + BOX.width / 2, from.y + BOX.height];
  const [x2, y2] = [to.x + BOX.width / 2, to.y];
  const middle = (y1 + y2) / 2;
  return (
    <path
      data-line
      style={line}
      markerEnd={`url(#${ARROW})`}
      d={`M${x1} ${y1} C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`}
    />
  );
};

const text = (isName: boolean): CSSProperties => ({
  fill: `var(--pf-t--global--text--color--${isName ? 'regular' : 'subtle'})`,
  fontSize: isName ? 13 : 11,
  fontFamily: 'var(--pf-t--global--font--family--body)',
});

const Box = ({ step, place }: { step: PlanStep; place?: Place | undefined }) =>
  place ? (
    <g transform={`translate(${place.x} ${place.y})`}>
      <rect
        width={BOX.width}
        height={BOX.height}
        rx={6}
        style={{
          fill: 'var(--pf-t--global--background--color--secondary--default)',
          stroke: 'var(--pf-t--global--border--color--default)',
        }}
      />
      <text x={10} y={19} style={text(false)}>
        {titleOf(step)}
      </text>
      <text x={10} y={37} style={text(true)}>
        {step.object.metadata.name}
      </text>
    </g>
  ) : null;

/** A step that changes what an earlier one has created is drawn as what it does to it. */
const titleOf = ({ object: { kind }, adopts, unmarks }: PlanStep): string => {
  if (adopts !== undefined) {
    return `Owner of the ${kind}`;
  }
  return unmarks === undefined ? kind : 'Mark taken off';
};

/** The same in words, with what the drawing has no room for. */
const StepList = ({ steps }: { steps: PlanStep[] }): ReactElement => (
  <figcaption>
    <ol>
      {steps.map((step) => (
        <li key={step.id}>
          <strong>{step.id}</strong>
          {describeStep(step)}
        </li>
      ))}
    </ol>
  </figcaption>
);

const describeStep = ({ dependsOn, ownedBy, tidy }: PlanStep): string =>
  [
    dependsOn.length === 0 ? '' : `, after ${dependsOn.join(', ')}`,
    ownedBy === undefined ? '' : `; goes with ${ownedBy}`,
    tidy ? '; outlives the deployment, and loses its label at the end' : '',
  ].join('');
