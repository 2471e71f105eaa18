import { Alert } from '@patternfly/react-core';
import { Component, type ReactNode } from 'react';
import { RuleBookReader } from './rule-book-context.tsx';
import type { RuleBook } from './rule-book.ts';

interface PluginBoundaryProps {
  /** What is rendered inside, for the alert. */
  name: string;
  fallback?: ReactNode;
  children: ReactNode;
}

/**
 * Catches what a plugin's component throws while it renders, so that the page around it stays. Hooks
 * of a second copy of React find no renderer; such an error is reported as the broken rule it is.
 */
export const PluginBoundary = (props: PluginBoundaryProps) => (
  <RuleBookReader>{(ruleBook) => <Boundary {...props} ruleBook={ruleBook} />}</RuleBookReader>
);

/** How React's production and development builds, and a bare dispatcher, say that there is no renderer. */
const OTHER_REACT = /Invalid hook call|Minified React error #321|null \(reading 'use[A-Z]/;

class Boundary extends Component<
  PluginBoundaryProps & { ruleBook: RuleBook },
  { message?: string }
> {
  override state: { message?: string } = {};

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(error: unknown): void {
    const { name, ruleBook } = this.props;
    const detail = error instanceof Error ? error.message : String(error);
    const rule = OTHER_REACT.test(detail) ? 'one-react' : 'no-throw';
    ruleBook.report({ rule, extension: name, detail });
  }

  override render(): ReactNode {
    const { name, fallback, children } = this.props;
    const { message } = this.state;
    if (message === undefined) {
      return children;
    }
    return fallback === undefined ? (
      <Alert component="p" isInline variant="danger" title={`${name} failed`}>
        {message}
      </Alert>
    ) : (
      fallback
    );
  }
}
