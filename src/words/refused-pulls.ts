/** The words about deployments that could not start again with another key. */
export const refusedPulls = 'This key cannot pull some images that are in use';
export const couldNotStart = (names: string): string =>
  `${names} would not start again with it. Accept the models' terms at NVIDIA, or enter another key.`;
