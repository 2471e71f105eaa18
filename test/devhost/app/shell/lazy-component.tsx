import { Spinner } from '@patternfly/react-core';
import { lazy, Suspense, useMemo, type ComponentType } from 'react';
import { resolveCodeReferences } from '../extensions/code-references.ts';
import { PluginBoundary } from '../rules/plugin-boundary.tsx';
import { useRuleBook } from '../rules/rule-book-context.tsx';

interface LazyComponentProps {
  /** Which extension it is, for the alert. */
  name: string;
  /** The code reference: resolves to a component, or to a module whose default export is one. */
  reference: unknown;
  props?: Record<string, unknown>;
}

const Nothing = () => null;

const componentOf = (resolved: unknown): ComponentType<Record<string, unknown>> => {
  const component: unknown =
    typeof resolved === 'object' && resolved !== null && 'default' in resolved
      ? resolved.default
      : resolved;
  return component as ComponentType<Record<string, unknown>>;
};

/** A component of a plugin that is loaded when it is shown. */
export const LazyComponent = ({ name, reference, props = {} }: LazyComponentProps) => {
  const ruleBook = useRuleBook();
  const Loaded = useMemo(
    () =>
      lazy(async () => {
        const { properties, errors, faults } = await resolveCodeReferences(
          { component: reference },
          (_path, detail) => ruleBook.report({ rule: 'code-reference', extension: name, detail }),
        );
        if (errors.length > 0) {
          throw errors[0];
        }
        return { default: faults > 0 ? Nothing : componentOf(properties['component']) };
      }),
    [name, reference, ruleBook],
  );
  return (
    <PluginBoundary name={name}>
      <Suspense fallback={<Spinner aria-label={`Loading ${name}`} />}>
        <Loaded {...props} />
      </Suspense>
    </PluginBoundary>
  );
};
