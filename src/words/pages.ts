/** The pages of the dashboard's wizard, as it calls them. */
export const modelDetails = 'Model details';
export const modelDeployment = 'Model deployment';
export const advancedSettings = 'Advanced settings';
