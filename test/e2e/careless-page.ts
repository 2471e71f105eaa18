/* oxlint-disable no-console -- that is one of the places where a key must not be */

/** Runs in the page: leaves a text in every place where a careless plugin could leave a key. */
export const leaveEverywhere = async (text: string): Promise<void> => {
  localStorage.setItem('left', text);
  sessionStorage.setItem('left', btoa(text));
  history.replaceState({ text }, '');
  document.cookie = `left=${text}`;
  document.body.title = text;
  window.name = text;
  console.debug({ nested: [text] });
  setTimeout(() => void Promise.reject(new Error(text)));
  await fetch(`/api/?${text}`);
  await fetch('/api/header', { headers: { left: text } });
  await fetch('/api/body', { method: 'POST', body: btoa(`{"auth":"${text}"}`) });
  await (await caches.open('left')).put('/left', new Response(text));
};

/** Runs in the page: sends a text through a WebSocket. */
export const sendThroughSocket = async ({ url, text }: { url: string; text: string }) => {
  const socket = new WebSocket(url);
  await new Promise((resolve) => {
    socket.addEventListener('open', resolve);
  });
  socket.send(text);
};

/** Runs in the page: keeps a text in a database, in one of the ways in which a text can be kept there. */
export const storeInDatabase = async ({ form, text }: { form: string; text: string }) => {
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('left', 1);
    opening.addEventListener('error', reject);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('left'));
    opening.addEventListener('success', () => {
      const writing = opening.result.transaction('left', 'readwrite');
      const store = writing.objectStore('left');
      const values: Record<string, unknown> = {
        text: { nested: [text] },
        binary: { nested: new TextEncoder().encode(text) },
        blob: { nested: [new Blob([text])] },
      };
      store.put(values[form] ?? 'nothing', form === 'key' ? text : 'left');
      writing.addEventListener('complete', () => {
        opening.result.close();
        resolve();
      });
    });
  });
};

/** What a careless plugin could hold in the page's memory. */
export interface Held {
  form: 'a closure' | 'a long text' | 'an input outside the page';
  text: string;
}

/** Runs in the page: holds a text in its memory. */
export const holdInMemory = ({ form, text }: Held): void => {
  if (form === 'a closure') {
    const held = new Map([['state', { left: text }]]);
    addEventListener('never', () => held.clear());
  }
  if (form === 'a long text') {
    Object.assign(globalThis, { left: JSON.stringify({ before: 'x'.repeat(50_000), text }) });
  }
  if (form === 'an input outside the page') {
    const input = document.createElement('input');
    input.value = text;
    Object.assign(globalThis, { left: input });
  }
};
