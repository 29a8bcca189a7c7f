// Cases: forms that ask for one case, and forms that ask for all that were chosen.
import "../care/care.css";
import "./cases.css";
import { keepFresh } from "../care/fresh";
import { sayAndRefresh } from "../care/answers";
import { gather, listenForAsks } from "../site/actions";
import { ask } from "../site/ask";
import { find, list } from "../site/dom";
import { t } from "../site/texts";
import { toast } from "../site/toast";

const fresh = keepFresh();
const say = sayAndRefresh(fresh);

listenForAsks(document.body, (answer, kind, _body, from) => {
  const opened = kind === "OpenCase" && !("stay" in from.dataset) ? answer.ids["case"] : "";
  if (opened) return location.assign(`/cases/${opened}`);
  say(answer);
});

/** All that were chosen, in one request: it is granted for all of them or for none. */
async function askForMany(form: HTMLFormElement): Promise<void> {
  const from = form.dataset["from"] ? find(form.dataset["from"]) : form;
  const cases = [...new Set(list<HTMLInputElement>(".pick:checked", from ?? form).map((box) => box.value))];
  if (!cases.length) return void toast(t("Choose at least one case."), "refused");
  const answer = await ask(form.dataset["many"] ?? "", { ...gather(form).body, cases });
  if (!answer.granted) return void toast(answer.sentence, "refused");
  list<HTMLInputElement>(".pick:checked").forEach((box) => (box.checked = false));
  form.reset();
  say(answer);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.dataset["many"]) return;
  event.preventDefault();
  void askForMany(form);
});

document.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !("checkAll" in target.dataset)) return;
  list<HTMLInputElement>(".pick", target.form!).forEach((box) => (box.checked = target.checked));
});
