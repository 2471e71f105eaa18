import type { ReactNode } from 'react';

interface LabelledGroupProps {
  label: string;
  children: ReactNode;
}

/** Controls under one label, where no single control is meant by it. */
export const LabelledGroup = ({ label, children }: LabelledGroupProps) => (
  <fieldset className="devhost-group">
    <legend className="pf-v6-c-form__label-text">{label}</legend>
    {children}
  </fieldset>
);
