// What this phone remembers of the crew's work: codes only (unit, assignment, status, what may follow). No place, name or word is in it.
export type Known = { staff: string; unit: string; assignment: string; status: string; steps: string[]; language: string };

const [NAME, STORE, KEY] = ["alongside-known", "known", 1];

/** In a database, strictly: what is in local storage is gone when the browser is killed within seconds. */
function run<T>(work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const opened = indexedDB.open(NAME, 1);
    opened.onupgradeneeded = () => opened.result.createObjectStore(STORE);
    opened.onerror = () => reject(opened.error);
    opened.onsuccess = () => {
      const transaction = opened.result.transaction(STORE, "readwrite", { durability: "strict" });
      const asked = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => { opened.result.close(); resolve(asked.result); };
      transaction.onabort = transaction.onerror = () => { opened.result.close(); reject(transaction.error); };
    };
  });
}

/** What the page that is open shows, for when there is no signal. */
export const remember = (known: Known): Promise<unknown> => run((store) => store.put(known, KEY));
export const recall = async (): Promise<Known | null> => (await run((store) => store.get(KEY) as IDBRequest<Known | undefined>)) ?? null;
export const forgetKnown = (): Promise<unknown> => run((store) => store.clear());

/** Codes of the steps the page offers now; a step that names a place is left to when there is a signal. */
export function readKnown(body: DOMStringMap, unit: string, bodies: string[]): Known {
  const steps = bodies.map((text) => JSON.parse(text) as { assignment: string; status: string; place?: string });
  const plain = steps.filter(({ place }) => !place);
  const status = document.querySelector<HTMLElement>(".status")?.dataset["status"] ?? "";
  return { staff: body["staff"] ?? "", unit, assignment: steps[0]?.assignment ?? "", status, steps: plain.map(({ status }) => status), language: body["language"] ?? "en" };
}
