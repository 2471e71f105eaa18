import { ModalBody } from '@patternfly/react-core';
import type { CSSProperties, ReactElement, ReactNode } from 'react';

/**
 * For a modal whose body is a `ModalContent`: in a narrow window, such as one that is magnified four
 * times, all of it scrolls. Between a head and buttons that stay, hardly a line would be left.
 */
export const scrollsAsAWhole: CSSProperties = { overflowY: 'auto' };

/** The body of a modal; in a wider window it scrolls by itself, as PatternFly has it. */
export const ModalContent = ({ children }: { children: ReactNode }): ReactElement => (
  <ModalBody className="pf-v6-u-flex-shrink-0 pf-v6-u-flex-shrink-1-on-md">{children}</ModalBody>
);
