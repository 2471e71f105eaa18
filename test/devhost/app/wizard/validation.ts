import { z } from 'zod';
import { isZod3 } from '../rules/zod-3.ts';
import { resourceNameFault } from './resource-name.ts';
import { stateKeyOf, valueOf, type AnyField } from './wizard-field.ts';
import type { HostWizardState } from './wizard-state.ts';

/** Which pages hold valid data; "Next" of a page and the ones after it wait for it. */
export interface Validity {
  preconfigure: boolean;
  modelSource: boolean;
  modelDeployment: boolean;
  advancedOptions: boolean;
  all: boolean;
}

const locationSchema = z
  .object({ type: z.string(), fieldValues: z.record(z.unknown()) })
  .passthrough()
  .refine(({ type, fieldValues }) => type !== 'new' || isUri(fieldValues['URI']));

const isUri = (uri: unknown): boolean => typeof uri === 'string' && URL.canParse(uri);

const modelSourceSchema = z.object({
  modelType: z.object({ type: z.string() }),
  modelLocationData: locationSchema,
});

const modelDeploymentSchema = z.object({ numReplicas: z.number().min(1).max(99) });

const variables = z.array(z.object({ name: z.string(), value: z.string() }));

const advancedOptionsSchema = z.object({
  externalRoute: z.boolean(),
  tokenAuthentication: z.array(
    z.object({ uuid: z.string(), displayName: z.string().min(1) }).passthrough(),
  ),
  runtimeArgs: z.object({ enabled: z.boolean(), args: z.array(z.string()) }),
  environmentVariables: z.discriminatedUnion('enabled', [
    z.object({
      enabled: z.literal(true),
      variables: variables.refine((all) =>
        all.every(({ name }) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)),
      ),
    }),
    z.object({ enabled: z.literal(false), variables }),
  ]),
});

/**
 * A page's own schema with a member for each plugin field of that page that brings a schema. In the
 * first page the member has the field's id, in the others the key of its value in the state. A schema
 * that is not zod 3 is left out: the rule book has named it, and the wizard does not open.
 */
const pageSchema = (base: z.AnyZodObject, fields: AnyField[], keyOf: (field: AnyField) => string) =>
  base.extend(
    Object.fromEntries(
      fields.flatMap((field): [string, z.ZodTypeAny][] => {
        const schema = field.reducerFunctions.validationSchema;
        return isZod3(schema) ? [[keyOf(field), schema]] : [];
      }),
    ),
  );

const pageData = (
  fields: AnyField[],
  state: HostWizardState,
  keyOf: (field: AnyField) => string,
  onError: (error: unknown) => void,
): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [keyOf(field), valueOf(field, state, onError)]));

/** The validity of every page of the wizard in this state. */
export const validate = (
  state: HostWizardState,
  fields: AnyField[],
  hasPreconfigure: boolean,
  onError: (error: unknown) => void,
): Validity => {
  const isValid = (
    step: AnyField['step'],
    base: z.AnyZodObject,
    own: Record<string, unknown>,
    keyOf: (field: AnyField) => string,
  ): boolean => {
    const onPage = fields.filter((field) => field.step === step);
    const data = { ...own, ...pageData(onPage, state, keyOf, onError) };
    return pageSchema(base, onPage, keyOf).safeParse(data).success;
  };
  const project = state.project.initialProjectName ?? state.project.projectName ?? undefined;
  const { name, k8sName } = state.k8sNameDesc.data;
  const preconfigure = !hasPreconfigure || Boolean(project);
  const modelSource = isValid(
    'modelSource',
    modelSourceSchema,
    { modelType: state.modelType.data, modelLocationData: state.modelLocationData.data },
    (field) => field.id,
  );
  const hardware = state.hardwareProfileConfig.formData;
  const modelDeployment =
    Boolean(project) &&
    name.trim() !== '' &&
    (k8sName.state.immutable || resourceNameFault(k8sName.value, project) === undefined) &&
    (hardware.selectedProfile !== undefined || hardware.useExistingSettings) &&
    isValid(
      'modelDeployment',
      modelDeploymentSchema,
      { numReplicas: state.numReplicas.data ?? 0 },
      stateKeyOf,
    );
  const advancedOptions = isValid(
    'advancedOptions',
    advancedOptionsSchema,
    {
      externalRoute: state.externalRoute.data,
      tokenAuthentication: state.tokenAuthentication.data,
      runtimeArgs: state.runtimeArgs.data,
      environmentVariables: state.environmentVariables.data,
    },
    stateKeyOf,
  );
  const all = preconfigure && modelSource && modelDeployment && advancedOptions;
  return { preconfigure, modelSource, modelDeployment, advancedOptions, all };
};
