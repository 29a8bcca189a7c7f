// A paper's photo in this page's own window: Escape, the button or a press beside it closes it, and nothing of it stays.
import { h } from "../site/dom";
import "./paper.css";
import { t } from "../site/texts";

/** Links marked `data-picture` open here; without this script, and for a PDF, they are kept as files. */
export function viewPictures(): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>("a[data-picture]");
    if (!link) return;
    event.preventDefault();
    open(link);
  });
}

function open(link: HTMLAnchorElement): void {
  const picture = h("img", { src: link.href, alt: link.dataset["picture"] });
  const close = h("button", { type: "button", class: "main", onclick: () => dialog.close() }, t("Close"));
  const larger = h("button", { type: "button", "aria-pressed": "false" }, t("Larger"));
  const dialog = h("dialog", { class: "viewer", "aria-label": link.dataset["picture"] }, h("div", { class: "row" }, close, larger), picture);
  larger.addEventListener("click", () => larger.setAttribute("aria-pressed", String(dialog.classList.toggle("whole"))));
  picture.addEventListener("error", () => picture.replaceWith(h("p", { role: "alert" }, t("The paper could not be shown. Load the page again."))));
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener("close", () => (dialog.remove(), link.isConnected && link.focus()));
  document.body.append(dialog);
  dialog.showModal();
}
