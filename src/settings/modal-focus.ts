/**
 * Where the focus goes when a modal with a form opens; by itself it would go to the button that closes
 * it. The focus trap asks again when what had the focus is gone, and must find something then, too: an
 * input, or else the first button below.
 */
export const FIRST_CONTROL = '[role="dialog"] :is(input, footer button)';
