import { useMemo } from 'react';
import type { Deployment } from '../../../../../src/dashboard/host-contract.ts';
import { useSession } from '../../api/session-context.ts';
import { useResolvedExtensions } from '../../extensions/use-resolved-extensions.ts';
import { readDeployment, readTokenSecrets } from '../../projects/deployment.ts';
import { useExtractorExtensions } from '../wizard-extensions.ts';
import type { WizardHistoryState } from '../wizard-page.tsx';
import { chooseFormData, readFormData, type FormDataExtension } from './read-form-data.ts';

/** Reads a deployment for the wizard, once the extensions that can are there. */
export interface DeploymentReader {
  isLoaded: boolean;
  /**
   * Reads the deployment from the cluster again and what the wizard starts from.
   * Throws what the cluster answered, or an error that says why the form cannot show it.
   */
  again: (
    deployment: Deployment,
  ) => Promise<Required<Pick<WizardHistoryState, 'initialData' | 'existingDeployment'>>>;
}

const accept = (properties: Record<string, unknown>) => properties as unknown as FormDataExtension;

export const useReadDeployment = (): DeploymentReader => {
  const { dashboardNamespace } = useSession();
  const { extensions, isLoaded, errors } = useResolvedExtensions(
    'model-serving.deployment/form-data',
    accept,
  );
  const [extractors, areExtractorsLoaded, extractorErrors] = useExtractorExtensions();
  return useMemo(
    () => ({
      isLoaded: isLoaded && areExtractorsLoaded,
      again: async (deployment) => {
        // The real dashboard opens an empty wizard then, in which everything can be changed.
        if (errors.length + extractorErrors.length > 0) {
          throw new Error('An extension that reads deployments did not load; see the console.');
        }
        const { namespace = '', name } = deployment.model.metadata;
        const [latest, tokenSecrets] = await Promise.all([
          readDeployment(namespace, name),
          readTokenSecrets(namespace, name),
        ]);
        const read = readFormData({
          deployment: latest,
          tokenSecrets,
          formData: chooseFormData(
            extensions.map(({ properties }) => properties),
            latest,
          ),
          extractors,
          dashboardNamespace,
        });
        if (read.status === 'unreadable') {
          const reasons = read.reasons.join(' ');
          throw new Error(
            `This deployment contains custom configuration that cannot be displayed in the form. ${reasons}`,
          );
        }
        return { existingDeployment: latest, initialData: read.initialData };
      },
    }),
    [
      areExtractorsLoaded,
      dashboardNamespace,
      errors,
      extensions,
      extractorErrors,
      extractors,
      isLoaded,
    ],
  );
};
