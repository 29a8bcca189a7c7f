// The words of codes in the page's language, as the server rendered them: codes.status.enroute, codes.requirement.police …
import { readData } from "./dom";

const codes = readData<Record<string, Record<string, string>>>("codes", {});

/** A code in words; one nobody has words for is shown spaced, never hidden. */
export const word = (group: string, code: string): string =>
  codes[group]?.[code] ?? (group === "language" ? tongue(code) : undefined) ?? code.replaceAll("_", " ");

/** A language nobody listed, as the browser calls it. */
const tongue = (code: string): string | undefined =>
  /^[a-z]{2,3}$/.test(code) ? new Intl.DisplayNames([document.documentElement.lang || "en"], { type: "language" }).of(code) : undefined;

/** Every code of a group, in the server's order. */
export const listCodes = (group: string): [code: string, word: string][] => Object.entries(codes[group] ?? {});

const SHAPES = ["□", "○", "●", "◆", "▲"];

/** L3 ◆, and for a need nobody assessed L? ◌. */
export const levelMark = (level: number | null): string => (level === null ? "L? ◌" : `L${level} ${SHAPES[level] ?? ""}`);
