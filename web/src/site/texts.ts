// Words in the page's language: the server sends the catalogue, the English sentence is the key.
import { readData } from "./dom";

const catalogue = readData<Record<string, string>>("texts", {});

/** The sentence in the page's language with its {names} filled in. */
export function t(english: string, values: Record<string, string | number> = {}): string {
  const sentence = catalogue[english] || english;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
