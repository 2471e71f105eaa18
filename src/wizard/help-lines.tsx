import { FormHelperText, HelperText, HelperTextItem } from '@patternfly/react-core';
import type { ReactElement, ReactNode } from 'react';

/** Help, or what is wrong. */
export interface HelpLine {
  variant?: 'success' | 'warning' | 'error' | undefined;
  text: ReactNode;
}

/** What is said under one form control. */
export const HelpLines = (props: {
  id?: string | undefined;
  /** What is wrong comes before what helps. */
  lines: readonly HelpLine[];
}): ReactElement => (
  <FormHelperText>
    <HelperText
      {...(props.id ? { id: props.id } : {})}
      className="pf-v6-u-text-break-word"
      isLiveRegion={props.lines.some(({ variant }) => variant !== undefined)}
    >
      {props.lines.map(({ variant, text }, index) => (
        <HelperTextItem key={index} variant={variant ?? 'default'}>
          {text}
        </HelperTextItem>
      ))}
    </HelperText>
  </FormHelperText>
);

/** How the control itself is marked: by the worst that is said under it. */
export const markedBy = (lines: readonly HelpLine[]): 'error' | 'warning' | 'default' =>
  (['error', 'warning'] as const).find((variant) =>
    lines.some((line) => line.variant === variant),
  ) ?? 'default';
