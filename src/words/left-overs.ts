/** The words about what submissions that did not come to their end have left. */
export const cannotBeCalled = 'A deployment in this project cannot be called by anybody';
export const notFinished = 'An earlier deployment in this project was not finished';
export const removeThem = 'Remove them';
export const askForRemoval =
  'You may not delete all of that: ask somebody who may edit the project.';
export const notAllRemoved = 'Not everything could be removed';
export const allRemoved = 'What an earlier deployment has left was removed';
