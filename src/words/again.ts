/** What is offered where something did not come, or may have changed since. */
export const tryAgain = 'Try again';
export const checkAgain = 'Check again';
