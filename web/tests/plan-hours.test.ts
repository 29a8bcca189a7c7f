// Where a shift may be put: by halves of an hour, round the week, and never longer than a day.
import { expect, test } from "vitest";
import { hourAt, moved, say, stretched } from "../src/plan/hours";

test("a place on the strip is the nearest half hour of the week", () => {
  expect(hourAt(0)).toBe(0);
  expect(hourAt(112.2 / 168)).toBe(112);
  expect(hourAt(1.2)).toBe(167.5);
  expect(hourAt(-1)).toBe(0);
});

test("what is moved past Sunday midnight goes on at the week's beginning", () => {
  expect(moved({ from: 164, hours: 8 }, 5.2)).toEqual({ from: 1, hours: 8 });
  expect(moved({ from: 0, hours: 8 }, -0.5)).toEqual({ from: 167.5, hours: 8 });
});

test("a shift lasts from half an hour to a day", () => {
  expect(stretched({ from: 8, hours: 12 }, 40).hours).toBe(24);
  expect(stretched({ from: 8, hours: 12 }, -40).hours).toBe(0.5);
});

test("it is said with its day", () => {
  expect(say({ from: 112.5, hours: 8 }, ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])).toBe("Fri 16:30, 8 h");
});
