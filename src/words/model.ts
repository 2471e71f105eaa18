/** The words of the model field until what chooses a model is loaded. */
export const model = 'Model';
export const loadingModels = 'Loading the models';
export const modelsNotLoaded = 'The models could not be loaded';
export const listNotLoaded = 'The list of models could not be loaded';
export const partMissing =
  'A part of this page is missing, perhaps because it was updated meanwhile. Load the page again.';
export const chooseModel = 'Choose a model.';
