import type { ExternalDataMap } from '../../../../../src/dashboard/host-contract.ts';
import { PluginBoundary } from '../../rules/plugin-boundary.tsx';
import { useRuleBook } from '../../rules/rule-book-context.tsx';
import type { Wizard } from '../use-wizard-state.ts';
import {
  dependenciesOf,
  isDisabledByValue,
  stateKeyOf,
  valueOf,
  type AnyField,
} from '../wizard-field.ts';

interface PluginFieldProps {
  field: AnyField;
  wizard: Wizard;
  externalData: ExternalDataMap;
  /** Pages differ in whether they say so: the first page does not. */
  isEditing?: boolean;
}

/** One field of a plugin, with the props that the dashboard gives it. */
export const PluginField = ({ field, wizard, externalData, isEditing }: PluginFieldProps) => {
  const ruleBook = useRuleBook();
  const { state, initialData, setField } = wizard;
  const FieldComponent = field.component;
  const data = externalData[field.id];
  return (
    <PluginBoundary name={field.id}>
      <FieldComponent
        id={stateKeyOf(field)}
        value={valueOf(field, state, (error) => ruleBook.warn(`${field.id}:`, error))}
        initialValue={initialData?.[stateKeyOf(field)]}
        onChange={(value) => setField(field, value)}
        {...(data === undefined ? {} : { externalData: data })}
        dependencies={dependenciesOf(field, state, initialData)}
        {...(isEditing === undefined ? {} : { isEditing })}
        isDisabled={isDisabledByValue(field, state)}
      />
    </PluginBoundary>
  );
};
