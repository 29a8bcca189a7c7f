// The fields: words are kept as they are said, saved when one leaves the field; digits go to them from anywhere.
import { get, list } from "../site/dom";
import { onKeys } from "../site/shortcuts";
import { t } from "../site/texts";
import { call, changed, save, saveWords } from "./call";

type Field = HTMLInputElement | HTMLTextAreaElement;

export function startFields(): void {
  for (const field of list<Field>("[data-words]")) {
    const name = field.dataset["words"] ?? "";
    field.value = call.words[name] ?? "";
    field.addEventListener("input", () => { call.words[name] = field.value; changed(); });
    field.addEventListener("blur", () => saveWords(name));
    field.addEventListener("keydown", (event) => { if (event instanceof KeyboardEvent && event.key === "Escape") field.blur(); });
    field.addEventListener("keydown", (event) => { if (event instanceof KeyboardEvent && event.key === "Enter" && field.tagName === "INPUT") { event.preventDefault(); field.blur(); } });
  }
  startChoices();
  startReports();
  const jumps: [string, string, string][] = [["1", "place", t("where")], ["2", "call_back", t("call-back number")], ["3", "summary", t("what is said")], ["4", "cad_number", t("CAD number")]];
  onKeys(jumps.map(([key, name, does]) => ({ key, does, act: () => get(name).focus() })));
}

function startChoices(): void {
  const origin = get<HTMLSelectElement>("origin");
  origin.value = call.origin;
  origin.addEventListener("change", () => { call.origin = origin.value; changed(); });
  const language = get<HTMLSelectElement>("language");
  language.value = call.language || "en";
  language.addEventListener("change", () => {
    call.language = language.value;
    if (call.incident) void save("AddDetails", () => ({ language: call.language }));
    changed();
  });
}

/** Weapon facts, red flags, persons: each a small form that saves itself. */
function startReports(): void {
  const reports: Record<string, string> = { weapon: "ReportWeapon", flag: "ReportRedFlag", person: "AddPerson" };
  for (const [id, kind] of Object.entries(reports)) {
    const form = get<HTMLFormElement>(`${id}-form`);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const fields = Object.fromEntries(new FormData(form)) as Record<string, unknown>;
      if (kind === "AddPerson") fields["minor"] = fields["minor"] === "on";
      void save(kind, () => fields).then((answer) => { if (answer?.granted) form.reset(); }).then(() => document.dispatchEvent(new CustomEvent("reported")));
    });
  }
}
