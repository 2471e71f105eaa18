/** Runs in the page: what the plugin, as the dashboard has loaded it, reads from a deployment. */
export const extractedByPlugin = async (
  deployment: unknown,
): Promise<{ fields: Record<string, unknown>; isActive: unknown }> => {
  type Read = (deployment: unknown) => unknown;
  interface Listed {
    type: string;
    properties: { fieldId?: string; extract?: () => Promise<Read>; isActive?: () => Promise<Read> };
  }
  const container = Reflect.get(globalThis, 'nimWizard') as {
    get: (module: string) => Promise<() => { default: Listed[] }>;
  };
  const list = (await container.get('./extensions'))().default;
  const fields: Record<string, unknown> = {};
  for (const { properties } of list.filter(({ type }) => type.endsWith('wizard-field-extractor'))) {
    const value = (await properties.extract?.())?.(deployment);
    if (value !== undefined) {
      fields[properties.fieldId ?? ''] = value;
    }
  }
  const formData = list.find(({ type }) => type.endsWith('/form-data'));
  return { fields, isActive: (await formData?.properties.isActive?.())?.(deployment) };
};
