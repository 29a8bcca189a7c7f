// A link and its PIN: shown once to who sends them, and the door they open.
import "../care/care.css";
import "./invitation.css";
import { list } from "../site/dom";

for (const button of list<HTMLButtonElement>("[data-copy]")) {
  button.addEventListener("click", () => {
    const text = document.querySelector(button.dataset["copy"] ?? "")?.textContent ?? "";
    void navigator.clipboard.writeText(text).then(() => (button.textContent = button.dataset["done"] ?? ""));
  });
}
