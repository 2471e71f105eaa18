/** Where the focus goes when a modal with a form opens; by itself it would go to the button that closes it. */
export const FIRST_INPUT = '[role="dialog"] input';
