import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type Dispatch,
  type SetStateAction,
} from 'react';
import type { ExternalData, ExternalDataMap } from '../../../../src/dashboard/host-contract.ts';
import { PluginBoundary } from '../rules/plugin-boundary.tsx';
import { useRuleBook } from '../rules/rule-book-context.tsx';
import { UnstableDataWatch } from '../rules/unstable-data.ts';
import type { Wizard } from './use-wizard-state.ts';
import { dependenciesOf, type AnyField } from './wizard-field.ts';

interface LoaderProps {
  wizard: Wizard;
  setExternalData: Dispatch<SetStateAction<ExternalDataMap>>;
}

/** Runs the `externalDataHook` of every active field, whichever page is shown. */
export const ExternalDataLoader = ({ wizard, setExternalData }: LoaderProps) =>
  wizard.fields
    .filter((field) => field.externalDataHook)
    .map((field) => (
      <PluginBoundary key={field.id} name={`${field.id} externalDataHook`} fallback={null}>
        <FieldData field={field} wizard={wizard} setExternalData={setExternalData} />
      </PluginBoundary>
    ));

interface FieldDataProps extends LoaderProps {
  field: AnyField;
}

const noData: ExternalData<unknown> = { data: undefined, loaded: true };

const FieldData = ({ field, wizard, setExternalData }: FieldDataProps) => {
  const { state, initialData, onExternalData } = wizard;
  const dependencies = useMemo(
    () => dependenciesOf(field, state, initialData),
    [field, initialData, state],
  );
  const current = field.externalDataHook?.(dependencies) ?? noData;
  useStableData(field, current);

  const wasLoaded = useRef<boolean | undefined>(undefined);
  useEffect(() => {
    const isNowLoaded = wasLoaded.current === false && current.loaded;
    wasLoaded.current = current.loaded;
    setExternalData((map) =>
      isKnown(map[field.id], current) ? map : { ...map, [field.id]: current },
    );
    if (isNowLoaded) {
      onExternalData(field, current.data);
    }
  }, [current, field, onExternalData, setExternalData]);

  const forget = useCallback(
    () =>
      setExternalData((map) =>
        Object.fromEntries(Object.entries(map).filter(([id]) => id !== field.id)),
      ),
    [field.id, setExternalData],
  );
  useEffect(() => forget, [forget]);
  return null;
};

const isKnown = (
  known: ExternalData<unknown> | undefined,
  current: ExternalData<unknown>,
): boolean =>
  known !== undefined &&
  known.loaded === current.loaded &&
  known.data === current.data &&
  known.loadError === current.loadError;

/**
 * Watches whether the hook keeps its result. One new object with the old content can have a reason,
 * so the hook is then run once more with nothing changed: a second one has none.
 */
const useStableData = (field: AnyField, current: ExternalData<unknown>): void => {
  const ruleBook = useRuleBook();
  const [runs, setRuns] = useState(0);
  const watch = useRef(new UnstableDataWatch());
  useEffect(() => {
    const verdict = watch.current.see(current, runs);
    if (verdict === 'suspicious') {
      setRuns((count) => count + 1);
    }
    if (verdict === 'unstable') {
      ruleBook.report({
        rule: 'stable-external-data',
        extension: field.id,
        detail: 'externalDataHook returned a new object with the same content on each render.',
      });
    }
  }, [current, field.id, ruleBook, runs]);
};
