// `?`: every key and every command, in one sheet.
import { find, h } from "../site/dom";
import { listShortcuts } from "../site/shortcuts";
import { t } from "../site/texts";
import { COMMANDS } from "./commands";

export function openHelp(): void {
  const there = find<HTMLDialogElement>("#help");
  const dialog = there ?? make();
  if (!dialog.open) dialog.showModal();
}

function make(): HTMLDialogElement {
  const keys = listShortcuts().filter(({ does }) => does);
  const dialog = h("dialog", { id: "help", "aria-labelledby": "help-title" },
    h("form", { method: "dialog", class: "help-head" }, h("h2", { id: "help-title" }, t("Keys and commands")), h("button", { class: "quiet" }, t("Close"), " ", h("kbd", {}, "Esc"))),
    h("div", { class: "help-columns" },
      h("section", {}, h("h3", {}, t("Keys")), h("dl", {}, ...keys.flatMap(({ key, shown, does }) => [h("dt", {}, h("kbd", {}, shown ?? key)), h("dd", {}, does)]))),
      h("section", {}, h("h3", {}, t("Commands, after /")), h("dl", {}, ...COMMANDS.flatMap(({ usage, does }) => [h("div", {}, h("dt", {}, h("code", {}, usage)), h("dd", {}, does))])))));
  document.body.append(dialog);
  return dialog;
}
