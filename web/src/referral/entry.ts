// Sending somebody on to services, and what those answer. Nothing is sent before the person agreed to each organization.
import "../care/care.css";
import "../directory/directory.css";
import "./referral.css";
import { sayAndRefresh } from "../care/answers";
import { keepFresh } from "../care/fresh";
import { listenForAsks } from "../site/actions";
import { ask } from "../site/ask";
import { find, list } from "../site/dom";
import { t } from "../site/texts";
import { toast } from "../site/toast";

if (find("[data-fresh]")) listenForAsks(document.body, sayAndRefresh(keepFresh()));
const sending = find<HTMLFormElement>("#send-on");
const agreeing = find<HTMLFormElement>("#agree-now");
const chosen = (): HTMLInputElement[] => (sending ? list<HTMLInputElement>("[name=service]:checked", sending) : []);
const said = (form: HTMLFormElement, name: string): string => find<HTMLInputElement>(`[name=${name}]`, form)?.value ?? "";

async function send(form: HTMLFormElement): Promise<void> {
  const picked = chosen();
  if (!picked.length) return void toast(t("Choose at least one service."), "refused");
  if (picked.some((box) => !("consent" in box.dataset))) {
    find<HTMLDetailsElement>("#consent")?.setAttribute("open", "");
    return void toast(t("The person has not agreed to all of these yet."), "refused");
  }
  const whom = { partners: picked.map((box) => box.dataset["partner"]), services: picked.map((box) => box.value) };
  const note = said(form, "referral_note");
  const more = form.dataset["for"] ?? "";
  const urgent = find<HTMLInputElement>("[name=urgent]", form)?.checked ?? false;
  const made = { episode: form.dataset["episode"], need: form.dataset["need"], urgent, ...whom };
  const answer = await (more ? ask("AskMore", { referral: more, ...whom }) : ask("MakeReferral", made, note ? { referral_note: note } : {}));
  if (!answer.granted) return void toast(answer.sentence, "refused");
  location.assign(`/referrals/${more || answer.ids["referral"]}`);
}

async function agree(form: HTMLFormElement): Promise<void> {
  const recipients = [...new Set(chosen().map((box) => box.dataset["partner"] ?? ""))];
  if (!recipients.length) return void toast(t("Choose at least one service."), "refused");
  const scope = { what: ["all"], holders: ["any"], recipients, purposes: ["referral"], event: "case_closed", stated: ["revocation"] };
  const body = { person: form.dataset["person"], about: "referral", form: "typed", signer: said(form, "signer"), ...scope };
  const texts = { consent_name: said(form, "consent_name"), consent_signature: said(form, "consent_signature") };
  const answer = await ask("RecordConsent", { ...body, episode: form.dataset["episode"] }, texts);
  if (!answer.granted) return void toast(answer.sentence, "refused");
  form.reset();
  for (const box of chosen()) {
    box.dataset["consent"] = "";
    const tag = find<HTMLElement>("[data-state]", box.closest("label")!);
    if (!tag) continue;
    tag.textContent = tag.dataset["yes"] ?? "";
    tag.className = "tag good";
  }
  toast(answer.sentence || t("Done."));
}

document.addEventListener("submit", (event) => {
  if (event.target !== sending && event.target !== agreeing) return;
  event.preventDefault();
  void (event.target === sending ? send(sending!) : agree(agreeing!));
});
