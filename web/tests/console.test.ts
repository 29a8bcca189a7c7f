// The console's own logic: what is typed, what stands first, how full a bar is, how a stream is cut.
import { expect, test } from "vitest";
import { grouped } from "../src/console/groups";
import { complete, readParts, type Command } from "../src/console/grammar";
import { store } from "../src/console/state";
import { fill } from "../src/site/ages";
import { age } from "../src/site/clock";
import type { IncidentRow, UnitRow } from "../src/site/rows";
import { Cutter } from "../src/site/sse";
import { ASSIGNMENT } from "../src/tables";

const incident = (id: string, number: number, more: Partial<IncidentRow> = {}): IncidentRow =>
  ({ id, number, status: "open", level: 2, taken_at: 0, waiting_since: 0, spot: null, ...more }) as IncidentRow;
const unit = (id: string, call_sign: string, more: Partial<UnitRow> = {}): UnitRow =>
  ({ id, call_sign, label: call_sign, service: "in_service", assignments: [], ...more }) as unknown as UnitRow;

for (const one of [unit("m12", "M-12"), unit("p31", "P31")]) store.units.set(one.id, one);
for (const one of [incident("i1", 204), incident("i2", 207)]) store.incidents.set(one.id, one);
const command = (parts: Command["parts"], needs: Command["needs"], codes = ""): Command =>
  ({ names: ["try"], parts, needs, codes, usage: "try m12 204", does: "", run: async () => undefined });

test("1 a unit is known by its call sign in any case, dashes or not", () => {
  expect(readParts(command(["unit", "incident"], ["unit"]), ["m12", "204"])).toMatchObject({ unit: { id: "m12" }, incident: { id: "i1" } });
  expect(readParts(command(["units", "incident"], ["units"]), ["M12", "p31", "#207"]).units.map(({ id }) => id)).toEqual(["m12", "p31"]);
});

test("2 what is not known or missing is said, with the word and the usage", () => {
  expect(() => readParts(command(["unit"], ["unit"]), ["x9"])).toThrow("No unit is called “x9”.");
  expect(() => readParts(command(["incident"], ["incident"]), ["999"])).toThrow("No open incident has the number 999.");
  expect(() => readParts(command(["unit"], ["unit"]), [])).toThrow("Usage: try m12 204");
  expect(() => readParts(command(["unit"], ["unit"]), ["m12", "tomorrow"])).toThrow("“tomorrow” was not understood");
});

test("3 a code is found by its beginning or by its word; the rest is text", () => {
  const read = readParts(command(["incident", "code", "text"], [], "cancel_reason"), ["204", "not", "called", "back"]);
  expect(read).toMatchObject({ code: "not_needed", text: "called back" });
});

test("4 completion offers commands first, then what may stand there", () => {
  const one = command(["unit"], ["unit"]);
  expect(complete([one], "tr").map(({ value }) => value)).toEqual(["try"]);
  expect(complete([one], "try m").map(({ value }) => value)).toEqual(["M-12"]);
});

test("5 most urgent first, nobody assessed above what policy says, then the longest waiting", () => {
  const rows = [incident("a", 1), incident("b", 2, { level: 4 }), incident("c", 3, { level: null }), incident("d", 4, { level: 3 }), incident("e", 5, { taken_at: -9 })];
  expect(grouped(rows, [], 3).get("waiting")?.map(({ id }) => id)).toEqual(["b", "c", "d", "e", "a"]);
});

test("6 an incident stands where its furthest unit is", () => {
  const assigned = (status: string) => unit(status, status, { assignments: [{ incident: "a", status }] } as unknown as Partial<UnitRow>);
  const where = (...statuses: string[]) => [...grouped([incident("a", 1)], statuses.map(assigned), 3)].find(([, rows]) => rows.length)?.[0];
  expect([where(), where("enroute"), where("enroute", "with_person"), where("transporting")]).toEqual(["waiting", "on_the_way", "on_scene", "transport"]);
});

test("7 a bar is amber from four fifths on and red when its time is over", () => {
  expect([fill(0, 100, 79), fill(0, 100, 80), fill(0, 100, 100)].map(({ state }) => state)).toEqual(["fine", "near", "late"]);
  expect([fill(0, 100, -5).share, fill(0, 100, 900).share, fill(5, 5, 5).state]).toEqual([0, 1, "late"]);
});

test("8 ages read as people say them", () => {
  expect([age(-1), age(42_000), age(370_000), age(4_925_000)]).toEqual(["00:00", "00:42", "06:10", "1:22:05"]);
});

test("9 a stream cut anywhere gives the same messages, so it resumes from the last one seen", () => {
  const text = ": heartbeat\n\nid: 7\nevent: message\ndata: {\"a\":\ndata: 1}\n\nid: 8\r\ndata: two\r\n\r\nevent: reset\n\n";
  const whole = [...new Cutter().feed(text)];
  expect(whole.map(({ id, event }) => [id, event])).toEqual([["7", "message"], ["8", "message"], ["", "reset"]]);
  for (let at = 1; at < text.length; at++) {
    if (text[at] === "\n" && text[at - 1] === "\r") continue; // a reader of text keeps the two together
    const cutter = new Cutter();
    expect([...cutter.feed(text.slice(0, at)), ...cutter.feed(text.slice(at))]).toEqual(whole);
  }
});

test("10 nothing follows a status that ended the assignment", () => {
  const over = Object.keys(ASSIGNMENT).filter((status) => !ASSIGNMENT[status as keyof typeof ASSIGNMENT].length);
  expect(over).toContain("cleared");
});
