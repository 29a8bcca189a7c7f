// The protocol's questions, one at a time, large, in the caller's language; an answer is one key, “don't know” is an answer.
import { get, h } from "../site/dom";
import { onKeys } from "../site/shortcuts";
import { t } from "../site/texts";
import { call, changed, inLanguage, onChange, save, settings, type Question } from "./call";
import { triage } from "./triage";

const UNKNOWN = "unknown";
let chosen = ""; // a question somebody went back to
let turning = false; // an answer is given and the question after it does not stand yet: a key now would answer what nobody has read

const find = (id: string): Question | undefined => settings.protocol.questions.find((one) => one.id === id);
const current = (): Question | undefined => find(chosen || triage.next || "");

export function startQuestions(): void {
  onChange(draw);
  document.addEventListener("triaged", () => { turning = false; draw(); });
  onKeys([
    { key: " ", does: t("don't know"), act: () => giveByKey(UNKNOWN) },
    { key: "Backspace", does: t("back to the question before"), act: back },
  ]);
  document.addEventListener("keydown", press);
  draw();
}

/** The answers' own keys change with each question, so they are looked up when pressed. */
function press(event: KeyboardEvent): void {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test((event.target as HTMLElement).tagName)) return;
  const answer = current()?.answers.find(({ key }) => key === event.key.toLowerCase());
  if (!answer) return;
  event.preventDefault();
  giveByKey(answer.code);
}

/** A click is on words that stand there, and so is a key where somebody went back: both may correct, however long the server takes. */
function giveByKey(code: string): void {
  if (!turning || chosen) give(code);
}

function give(code: string): void {
  const question = current();
  if (!question) return;
  turning ||= call.answers[question.id] !== code;
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

let drawn = "";

/** Words typed elsewhere draw nothing anew: a button made again between press and release would lose the click. */
function draw(): void {
  const question = current();
  const looks = JSON.stringify([question?.id, call.language, call.answers, chosen, triage.missing.length, triage.asked]);
  if (looks === drawn) return;
  drawn = looks;
  get("question").replaceChildren(...(question ? card(question) : done()));
  get("asked").replaceChildren(...triage.asked.filter((id) => id in call.answers).map(line));
}

function card(question: Question): HTMLElement[] {
  const left = triage.missing.length;
  const answers = question.answers.map((one) => button(one.key, inLanguage(one.labels), one.labels[document.documentElement.lang] ?? "", call.answers[question.id] === one.code, one.code));
  if (!question.knows_unknown) answers.push(button(t("Space"), t("Don't know"), "", call.answers[question.id] === UNKNOWN, UNKNOWN));
  return [
    h("p", { class: "soft" }, question.critical ? t("Critical · {count} left", { count: left }) : t("More to ask, if there is time")),
    h("h2", { id: "question-text", lang: call.language }, inLanguage(question.say)),
    h("p", { class: "hint" }, question.hint[document.documentElement.lang] ?? question.hint["en"] ?? ""),
    h("div", { class: "answers", role: "group", "aria-labelledby": "question-text" }, ...answers),
    ...(question.attribution ? [h("p", { class: "soft" }, question.attribution)] : []),
  ];
}

function button(key: string, words: string, own: string, pressed: boolean, code: string): HTMLElement {
  const act = (event: Event): void => { if ((event as MouseEvent).detail < 2) give(code); }; // the second of two clicks falls on the next question
  return h("button", { type: "button", class: "answer", "aria-pressed": String(pressed), onclick: act }, h("kbd", {}, key), h("span", {}, words, own && own !== words && h("span", { class: "soft own" }, own)));
}

function done(): HTMLElement[] {
  return [h("h2", {}, t("Every question is answered.")), h("p", { class: "hint" }, t("Send it, or click an answer below to correct it."))];
}

/** What was asked beside what was answered: “don't know” alone says nothing. */
function line(id: string): HTMLElement {
  const question = find(id);
  const given = question?.answers.find(({ code }) => code === call.answers[id]);
  const words = given ? (given.labels[document.documentElement.lang] ?? given.labels["en"] ?? "") : t("don't know");
  const said = question ? (question.say[document.documentElement.lang] ?? question.say["en"] ?? "") : "";
  return h("li", {}, h("button", { type: "button", class: "quiet given", title: said, "aria-current": id === chosen && "true", onclick: () => { chosen = id; draw(); } }, h("span", { class: "soft" }, said), h("strong", {}, words)));
}
