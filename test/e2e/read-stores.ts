/** Runs in the page: everything that its caches of answers hold, and under which addresses. */
export const readCaches = async (): Promise<string> => {
  const texts: string[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    const requests = await cache.keys();
    const answers = await Promise.all(
      requests.map(async (request) => (await cache.match(request))?.text()),
    );
    texts.push(name, ...requests.map(({ url }) => url), ...answers.map(String));
  }
  return texts.join('\n');
};

/** Runs in the page: every key and value of its databases, binary ones as Latin 1. */
export const readDatabases = async (): Promise<string> => {
  const texts: string[] = [];
  const blobs: Blob[] = [];
  const readable = (_name: string, value: unknown): unknown => {
    if (value instanceof Blob) {
      blobs.push(value);
    }
    if (value instanceof Map || value instanceof Set) {
      return [...value];
    }
    return value instanceof ArrayBuffer || ArrayBuffer.isView(value)
      ? new TextDecoder('latin1').decode(value)
      : value;
  };
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(new Error(`cannot open ${name}`)));
    });
    for (const store of database.objectStoreNames) {
      const content = await new Promise((resolve, reject) => {
        const reading = database.transaction(store).objectStore(store);
        const [keys, values] = [reading.getAllKeys(), reading.getAll()];
        reading.transaction.addEventListener('complete', () => {
          resolve([keys.result, values.result]);
        });
        reading.transaction.addEventListener('error', () =>
          reject(new Error(`cannot read ${store}`)),
        );
      });
      texts.push(name, store, JSON.stringify(content, readable));
    }
    database.close();
  }
  return [...texts, ...(await Promise.all(blobs.map((blob) => blob.text())))].join('\n');
};
