import type { ReactElement, ReactNode } from 'react';
import { type HelpLine, HelpLines } from './help-lines.tsx';

/** The line under a form control: help, or what is wrong with its value. */
export const FieldHelp = ({
  id,
  variant,
  children,
}: {
  id?: string;
  variant?: HelpLine['variant'];
  children: ReactNode;
}): ReactElement => <HelpLines id={id} lines={[{ variant, text: children }]} />;
