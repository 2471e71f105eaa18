/** What the last button of the wizard needs, loaded when it is pressed. */
export { createNim } from './create-nim.ts';
export { updateDeployment } from './update-deployment.ts';
