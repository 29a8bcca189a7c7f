// The crew page's worker: without a signal /field/ opens with what this phone knows. It keeps files of the page and nothing anybody said.
// The server puts the list of files and their version before this text, so a new build is a new worker; the outbox is not its business.
type Shell = { version: string; files: string[] };
type Fetching = Event & { request: Request; respondWith: (answer: Promise<Response>) => void };
type Lasting = Event & { waitUntil: (work: Promise<unknown>) => void };

const here = self as unknown as { SHELL: Shell; skipWaiting: () => Promise<void>; clients: { claim: () => Promise<void> } };
const OURS = "alongside-field-";
const CACHE = OURS + here.SHELL.version;
const OFFLINE = "/field/offline/";
const WITHIN_MS = 6000;

/** Nobody's session goes along: what is kept must be the same for everybody. */
async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(here.SHELL.files.map((file) => new Request(file, { credentials: "omit", cache: "reload" })));
  await here.skipWaiting();
}

async function activate(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await here.clients.claim();
}

/** The page as the server has it; what this phone knows where nothing is heard of it. */
async function openPage(request: Request): Promise<Response> {
  try {
    const timeout = new Promise<never>((_, give) => setTimeout(() => give(new Error("silent")), WITHIN_MS));
    return await Promise.race([fetch(request), timeout]);
  } catch {
    return (await caches.match(OFFLINE)) ?? Response.error();
  }
}

const kept = async (request: Request): Promise<Response> => (await caches.match(request)) ?? fetch(request);

self.addEventListener("install", (event) => (event as Lasting).waitUntil(install()));
self.addEventListener("activate", (event) => (event as Lasting).waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { request, respondWith } = event as Fetching;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && pathname === "/field/") respondWith.call(event, openPage(request));
  else if (here.SHELL.files.includes(pathname)) respondWith.call(event, kept(request));
});
