/** Says something to developers and administrators that a person at the page cannot do anything about. */
export const warn = (message: string): void => {
  // oxlint-disable-next-line no-console -- the one place from which the plugin writes to the console
  console.warn(`nimWizard: ${message}`);
};
