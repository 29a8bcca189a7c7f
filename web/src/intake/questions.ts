// The protocol's questions, one at a time, large, in the caller's language; an answer is one key, “don't know” is an answer.
import { get, h } from "../site/dom";
import { onKeys } from "../site/shortcuts";
import { t } from "../site/texts";
import { call, changed, inLanguage, onChange, save, settings, type Question } from "./call";
import { triage } from "./triage";

const UNKNOWN = "unknown";
let chosen = ""; // a question somebody went back to

const find = (id: string): Question | undefined => settings.protocol.questions.find((one) => one.id === id);
const current = (): Question | undefined => find(chosen || triage.next || "");

export function startQuestions(): void {
  onChange(draw);
  document.addEventListener("triaged", draw);
  onKeys([
    { key: " ", does: t("don't know"), act: () => give(UNKNOWN) },
    { key: "Backspace", does: t("back to the question before"), act: back },
  ]);
  document.addEventListener("keydown", press);
  draw();
}

/** The answers' own keys change with each question, so they are looked up when pressed. */
function press(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test((event.target as HTMLElement).tagName)) return;
  const answer = current()?.answers.find(({ key }) => key === event.key.toLowerCase());
  if (!answer) return;
  event.preventDefault();
  give(answer.code);
}

function give(code: string): void {
  const question = current();
  if (!question) return;
  call.answers[question.id] = code;
  chosen = "";
  // A correction may leave later answers behind; the protocol sets them aside, so all of them are always sent.
  void save("AnswerProtocol", () => ({ protocol: settings.protocol.id, answers: call.answers }));
  changed();
}

function back(): void {
  const asked = triage.asked.filter((id) => id in call.answers);
  const at = chosen ? asked.indexOf(chosen) : asked.length;
  chosen = asked[Math.max(0, at - 1)] ?? "";
  draw();
}

function draw(): void {
  const question = current();
  get("question").replaceChildren(...(question ? card(question) : done()));
  get("asked").replaceChildren(...triage.asked.filter((id) => id in call.answers).map(chip));
}

function card(question: Question): HTMLElement[] {
  const left = triage.missing.length;
  const answers = question.answers.map((one) => button(one.key, inLanguage(one.labels), one.labels[document.documentElement.lang] ?? "", call.answers[question.id] === one.code, () => give(one.code)));
  if (!question.knows_unknown) answers.push(button(t("Space"), t("Don't know"), "", call.answers[question.id] === UNKNOWN, () => give(UNKNOWN)));
  return [
    h("p", { class: "soft" }, question.critical ? t("Critical · {count} left", { count: left }) : t("More to ask, if there is time")),
    h("h2", { id: "question-text", lang: call.language }, inLanguage(question.say)),
    h("p", { class: "hint" }, question.hint[document.documentElement.lang] ?? question.hint["en"] ?? ""),
    h("div", { class: "answers", role: "group", "aria-labelledby": "question-text" }, ...answers),
    ...(question.attribution ? [h("p", { class: "soft" }, question.attribution)] : []),
  ];
}

function button(key: string, words: string, own: string, pressed: boolean, act: () => void): HTMLElement {
  return h("button", { type: "button", class: "answer", "aria-pressed": String(pressed), onclick: act }, h("kbd", {}, key), h("span", {}, words, own && own !== words && h("span", { class: "soft own" }, own)));
}

function done(): HTMLElement[] {
  return [h("h2", {}, t("Every question is answered.")), h("p", { class: "hint" }, t("Send it, or click an answer below to correct it."))];
}

function chip(id: string): HTMLElement {
  const question = find(id);
  const given = question?.answers.find(({ code }) => code === call.answers[id]);
  const words = given ? (given.labels[document.documentElement.lang] ?? given.labels["en"] ?? "") : t("don't know");
  return h("li", {}, h("button", { type: "button", class: "chip", title: question ? (question.say[document.documentElement.lang] ?? question.say["en"]) : "", onclick: () => { chosen = id; draw(); } }, words));
}
