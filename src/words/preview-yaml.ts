/** The comments in the YAML of what will be created. */
export const whatIsMade = (project: string): string =>
  `What "Deploy model" makes in ${project}, in this order.`;
export const keyIsNotShown = (placeholder: string): string =>
  `The key is not shown: to apply this yourself, write it in place of "${placeholder}".`;
export const getsAnotherKey = 'It exists already, and gets another key.';
export const belongsTo = (service: string): string =>
  `It belongs to the InferenceService ${service} and is deleted with it.`;
