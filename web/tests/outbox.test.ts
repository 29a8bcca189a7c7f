// What a crew tapped: kept in order, sent once, never somebody else's.
import { beforeEach, expect, test, vi } from "vitest";
import { leave } from "../src/field/leaving";
import { flush, forgetOwn, isSignedOut, isTaken, listKept, listKeptBy, send } from "../src/field/outbox";

type Sent = { id: string; sequence?: number; parents?: string[]; device?: string; happened_at: number };
let sent: Sent[] = [];
let names: string[] = [];
let answer: () => Promise<Response>;
const granted = () => Promise.resolve(Response.json({ granted: true, sentence: "Noted." }));
const refused = (status: number, code: string, sentence = "") => () => Promise.resolve(Response.json({ granted: false, code, sentence }, { status }));
const silence = () => Promise.reject(new TypeError("no network"));

beforeEach(async () => {
  for (const staff of ["k-ortiz", "p-lowe"]) {
    document.body.dataset["staff"] = staff;
    await forgetOwn();
  }
  [sent, names] = [[], []];
  answer = granted;
  vi.stubGlobal("fetch", (_: string, { body, headers }: { body: string; headers: Record<string, string> }) => {
    sent.push(JSON.parse(body) as Sent);
    names.push(headers["X-Alongside-Staff"] ?? "");
    return answer();
  });
});

test("1 with a connection it is sent at once and nothing stays", async () => {
  expect(await send("ReportStatus", { status: "enroute" }, false)).toMatchObject({ granted: true });
  expect(await listKept()).toEqual([]);
  expect(sent[0]?.device).toBeUndefined();
});

test("2 without one it waits, with device, place in line and what it was built on", async () => {
  answer = silence;
  expect(await send("ReportStatus", { status: "enroute" }, true)).toBeNull();
  expect(await send("ReportStatus", { status: "on_scene" }, true)).toBeNull();
  const [first, second] = await listKept();
  expect(second?.body["parents"]).toEqual([first?.id]);
  expect(Number(second?.body["sequence"])).toBeGreaterThan(Number(first?.body["sequence"]));
  expect(second?.body["happened_at"]).toBeTypeOf("number");
});

test("3 it is sent in order, each with the id and time it had when it was tapped", async () => {
  answer = silence;
  await send("ReportStatus", { status: "enroute" }, true);
  await send("ReportStatus", { status: "on_scene" }, true);
  const kept = await listKept();
  sent = [];
  answer = granted;
  await flush(() => undefined);
  expect(sent.map(({ id }) => id)).toEqual(kept.map(({ id }) => id));
  expect(sent.map(({ happened_at }) => happened_at)).toEqual(kept.map(({ body }) => body["happened_at"]));
  expect(await listKept()).toEqual([]);
});

test("4 what waits is never overtaken, also with a connection", async () => {
  answer = silence;
  await send("ReportStatus", { status: "enroute" }, true);
  sent = [];
  answer = granted;
  expect(await send("ReportStatus", { status: "on_scene" }, false)).toBeNull();
  expect(sent).toEqual([]);
});

test("5 a line that drops in between keeps the rest; a server in trouble keeps all", async () => {
  answer = silence;
  for (const status of ["enroute", "on_scene", "with_person"]) await send("ReportStatus", { status }, true);
  let left = 1;
  answer = () => (left-- > 0 ? granted() : silence());
  await flush(() => undefined);
  expect((await listKept()).map(({ body }) => body["status"])).toEqual(["on_scene", "with_person"]);
  answer = () => Promise.resolve(new Response("", { status: 503 }));
  await flush(() => undefined);
  expect(await listKept()).toHaveLength(2);
});

test("6 a refusal is told and does not stop the next", async () => {
  answer = silence;
  for (const status of ["enroute", "on_scene"]) await send("ReportStatus", { status }, true);
  answer = () => Promise.resolve(Response.json({ granted: false, sentence: "You were called off." }, { status: 409 }));
  const heard: string[] = [];
  await flush((_, { sentence }) => heard.push(sentence));
  expect(heard).toEqual(["You were called off.", "You were called off."]);
});

test("7 the next person on this phone neither sees nor sends what another tapped; it waits for its own", async () => {
  answer = silence;
  await send("ReportStatus", { status: "enroute" }, true);
  document.body.dataset["staff"] = "k-ortiz";
  expect(await listKept()).toEqual([]);
  sent = [];
  answer = granted;
  await flush(() => undefined);
  expect(sent).toEqual([]);
  document.body.dataset["staff"] = "p-lowe";
  expect(await listKept()).toHaveLength(1);
});

test.each([
  [401, "sign_in"], [403, "check_failed"], [400, "host_unknown"], [408, ""], [429, ""],
])("8 an answer that did not judge the request (%i %s) loses no tap: it waits in line, and is sent once it can be", async (status, code) => {
  answer = refused(status, code);
  expect(await send("ReportStatus", { status: "enroute" }, false)).toBeNull();
  await send("ReportStatus", { status: "on_scene" }, false);
  const heard: string[] = [];
  await flush((_, { sentence }) => heard.push(sentence));
  expect((await listKept()).map(({ body }) => body["status"])).toEqual(["enroute", "on_scene"]);
  expect(heard).toEqual([]);
  answer = granted;
  await flush((_, { sentence }) => heard.push(sentence));
  expect(await listKept()).toEqual([]);
  expect(heard).toEqual(["Noted.", "Noted."]);
});

test("9 an answer that is none of ours loses no tap either", async () => {
  answer = () => Promise.resolve(Response.json({ error: "not found" }, { status: 404 }));
  expect(await send("ReportStatus", { status: "enroute" }, false)).toBeNull();
  expect(await listKept()).toHaveLength(1);
});

test.each([[403, "not_allowed"], [409, "cannot_follow"], [422, "malformed"]])("10 an ordinary refusal (%i %s) is told, and the tap is done with", async (status, code) => {
  answer = refused(status, code, "You were called off.");
  expect(await send("ReportStatus", { status: "enroute" }, false)).toMatchObject({ granted: false, sentence: "You were called off." });
  expect(await listKept()).toEqual([]);
});

test("11 the page knows that nobody is signed in, until an answer says otherwise", async () => {
  answer = refused(401, "sign_in");
  await send("ReportStatus", { status: "enroute" }, false);
  expect(isSignedOut()).toBe(true);
  answer = granted;
  await flush(() => undefined);
  expect(isSignedOut()).toBe(false);
});

test("12 signing out forgets what this person tapped, and nothing that another tapped on the same phone", async () => {
  answer = silence;
  vi.stubGlobal("caches", { keys: () => Promise.resolve([]) });
  await send("ReportStatus", { status: "enroute" }, true);
  document.body.dataset["staff"] = "k-ortiz";
  await send("ReportStatus", { status: "on_scene" }, true);
  await leave();
  expect(await listKept()).toEqual([]);
  expect((await listKeptBy("p-lowe")).map(({ body }) => body["status"])).toEqual(["enroute"]);
});

test("13 each tap says whose page it was made on; where somebody else is signed in by now it waits for its owner", async () => {
  answer = refused(409, "other_person");
  expect(await send("ReportStatus", { status: "enroute" }, false)).toBeNull();
  expect(isTaken()).toBe(true);
  expect(names).toEqual(["p-lowe"]);
  expect(await listKept()).toHaveLength(1);
  answer = granted;
  await flush(() => undefined);
  expect(isTaken()).toBe(false);
  expect(names).toEqual(["p-lowe", "p-lowe"]);
  expect(await listKept()).toEqual([]);
});
