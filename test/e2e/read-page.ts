/** What a page shows and stores, each as one text. */
export interface PageContent {
  DOM: string;
  sessionStorage: string;
  'history.state': string;
  'window.name': string;
  cookies: string;
}

/**
 * Runs in the page. The DOM comes with what was typed into its fields, except for the one field that a key belongs in,
 * as long as it hides what it holds or was asked to show it.
 */
export const readPage = (): PageContent => {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  const fields = [...document.documentElement.querySelectorAll('input, textarea')];
  copy.querySelectorAll('input, textarea').forEach((field, index) => {
    const original = fields[index];
    if (original instanceof HTMLInputElement || original instanceof HTMLTextAreaElement) {
      const isKeyField = [...(original.labels ?? [])].some((label) =>
        label.textContent.includes('NVIDIA API key'),
      );
      if (!isKeyField) {
        field.setAttribute('value', original.value);
      }
    }
  });
  return {
    DOM: copy.outerHTML,
    sessionStorage: JSON.stringify({ ...sessionStorage }),
    'history.state': JSON.stringify(history.state),
    'window.name': window.name,
    cookies: document.cookie,
  };
};
