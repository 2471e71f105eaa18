/** The ids of the plugin's wizard fields: under these the wizard's state holds their values. */
export const API_KEY_FIELD = 'nimWizard/apiKey';
export const MODEL_FIELD = 'nimWizard/model';
export const STORAGE_FIELD = 'nimWizard/storage';
/** Holds nothing that a person enters: it says whether the hardware profile fits the model. */
export const HARDWARE_FIELD = 'nimWizard/hardware';
/** Holds nothing that a person enters: it brings what the review page says. */
export const REVIEW_FIELD = 'nimWizard/review';
