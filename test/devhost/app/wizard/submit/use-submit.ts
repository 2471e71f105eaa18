import { useCallback, useMemo, useState } from 'react';
import type { Deployment, ExternalDataMap } from '../../../../../src/dashboard/host-contract.ts';
import { useRuleBook } from '../../rules/rule-book-context.tsx';
import type { Wizard } from '../use-wizard-state.ts';
import {
  useApplyExtensions,
  useDeployExtensions,
  useDeploymentFunctions,
} from '../wizard-extensions.ts';
import { isExternalDataSettled } from '../wizard-field.ts';
import { applyFieldDataOf } from './apply-field-data.ts';
import { chooseDeployMethod } from './deploy-method.ts';
import { submitDeployment } from './submit-deployment.ts';

/** A submission as the footer sees it. */
export interface Submitting {
  submit: () => void;
  /** There only if the deploy extension supports it. */
  overwrite: (() => void) | undefined;
  isRunning: boolean;
  /** What the last submission threw, the very object; undefined if none did. */
  error: unknown;
  clearError: () => void;
}

interface UseSubmitOptions {
  wizard: Wizard;
  externalData: ExternalDataMap;
  isValid: boolean;
  existing: Deployment | undefined;
  onDone: () => void;
}

export const useSubmit = (options: UseSubmitOptions): Submitting => {
  const { wizard, externalData, isValid, existing, onDone } = options;
  const { state, fields, initialData } = wizard;
  const ruleBook = useRuleBook();
  const [methods, areMethodsLoaded] = useDeployExtensions();
  const [applies, areAppliesLoaded] = useApplyExtensions();
  const [functions, areFunctionsLoaded] = useDeploymentFunctions();
  const [error, setError] = useState<unknown>();
  const [isRunning, setIsRunning] = useState(false);
  const method = useMemo(() => chooseDeployMethod(methods, state), [methods, state]);

  const run = useCallback(
    async (overwrite: boolean) => {
      setError(undefined);
      setIsRunning(true);
      try {
        if (!isValid) {
          throw new Error('Invalid form data');
        }
        if (!isExternalDataSettled(externalData)) {
          throw new Error('Required data is still loading');
        }
        if (!method || !areMethodsLoaded || !areAppliesLoaded || !areFunctionsLoaded) {
          throw new Error(
            'Deploy method or extensions not loaded or could not be inferred from resources',
          );
        }
        await submitDeployment({
          state,
          externalData,
          method,
          functions: functions.filter(({ fieldId }) => fields.some(({ id }) => id === fieldId)),
          existing,
          initialData,
          applyFieldData: applyFieldDataOf(applies, fields, state),
          overwrite,
          onPostDeployError: (cause) => ruleBook.warn('postDeploy failed:', cause),
        });
        onDone();
      } catch (thrown) {
        setError(thrown);
      } finally {
        setIsRunning(false);
      }
    },
    [
      applies,
      areAppliesLoaded,
      areFunctionsLoaded,
      areMethodsLoaded,
      existing,
      externalData,
      fields,
      functions,
      initialData,
      isValid,
      method,
      onDone,
      ruleBook,
      state,
    ],
  );
  return useMemo(
    () => ({
      submit: () => void run(false),
      overwrite: method?.supportsOverwrite ? () => void run(true) : undefined,
      isRunning,
      error,
      clearError: () => setError(undefined),
    }),
    [error, isRunning, method, run],
  );
};
