/* oxlint-disable no-console -- that is one of the places where a key must not be */

/** Runs in the page: leaves a text in every place where a careless plugin could leave a key. */
export const leaveEverywhere = async (text: string): Promise<void> => {
  localStorage.setItem('left', text);
  sessionStorage.setItem('left', btoa(text));
  history.replaceState({ text }, '');
  document.cookie = `left=${text}`;
  document.body.title = text;
  console.debug({ nested: [text] });
  setTimeout(() => void Promise.reject(new Error(text)));
  await fetch(`/api/?${text}`);
  await fetch('/api/header', { headers: { left: text } });
  await fetch('/api/body', { method: 'POST', body: btoa(`{"auth":"${text}"}`) });
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('left', 1);
    opening.addEventListener('error', reject);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('left'));
    opening.addEventListener('success', () => {
      const writing = opening.result.transaction('left', 'readwrite');
      writing.objectStore('left').put({ text }, 'left');
      writing.addEventListener('complete', () => resolve());
    });
  });
};
