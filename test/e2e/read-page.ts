/** What a page shows and stores. */
export interface PageContent {
  dom: string;
  session: string;
  history: string;
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
        label.textContent.startsWith('NVIDIA API key'),
      );
      if (!isKeyField) {
        field.setAttribute('value', original.value);
      }
    }
  });
  return {
    dom: copy.outerHTML,
    session: JSON.stringify({ ...sessionStorage }),
    history: JSON.stringify(history.state),
    cookies: document.cookie,
  };
};
