import { Alert, Spinner } from '@patternfly/react-core';
import { useEffect, useState, type ComponentType } from 'react';
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

type PluginComponent = ComponentType<Record<string, unknown>>;

type Loading =
  | { status: 'loading' }
  | { status: 'loaded'; Component: PluginComponent }
  | { status: 'failed'; message: string };

const componentOf = (resolved: unknown): PluginComponent => {
  const component: unknown =
    typeof resolved === 'object' && resolved !== null && 'default' in resolved
      ? resolved.default
      : resolved;
  return component as PluginComponent;
};

const useComponent = (name: string, reference: unknown): Loading => {
  const ruleBook = useRuleBook();
  const [loading, setLoading] = useState<Loading>({ status: 'loading' });
  useEffect(() => {
    let isCurrent = true;
    const load = async (): Promise<Loading> => {
      const { properties, errors, faults } = await resolveCodeReferences(
        { component: reference },
        (_path, detail) => ruleBook.report({ rule: 'code-reference', extension: name, detail }),
      );
      errors.forEach((error) => ruleBook.error(`${name} did not load:`, error));
      return errors.length + faults > 0
        ? { status: 'failed', message: errors.map(String).join(' ') }
        : { status: 'loaded', Component: componentOf(properties['component']) };
    };
    void load().then((loaded) => (isCurrent ? setLoading(loaded) : undefined));
    return () => {
      isCurrent = false;
    };
  }, [name, reference, ruleBook]);
  return loading;
};

/** A component of a plugin that is loaded when it is shown. */
export const LazyComponent = ({ name, reference, props = {} }: LazyComponentProps) => {
  const loading = useComponent(name, reference);
  if (loading.status === 'loading') {
    return <Spinner aria-label={`Loading ${name}`} />;
  }
  if (loading.status === 'failed') {
    return (
      <Alert component="h2" isInline variant="danger" title={`${name} did not load`}>
        {loading.message}
      </Alert>
    );
  }
  return (
    <PluginBoundary name={name}>
      <loading.Component {...props} />
    </PluginBoundary>
  );
};
