// The photo or scan of a signed paper: looked at here before it is sent, sent at once, exchanged or left out until the paper is recorded.
import { csrfToken, madeFor } from "../site/ask";
import { find, list } from "../site/dom";
import "./paper.css";
import { t } from "../site/texts";

const MEGABYTE = 1_000_000;
const KINDS = new Set(["image/jpeg", "image/png", "image/webp", "application/pdf"]);
const WIDEST = 480;

export type Scan = { file: () => string; isSending: () => boolean };

const bound = new WeakSet<Element>();

/** Every [data-scan] of forms that ask, those that come later included. */
export function takePapers(): void {
  document.addEventListener("change", ({ target }) => {
    const place = target instanceof HTMLInputElement && target.type === "file" ? target.closest<HTMLElement>("[data-scan]") : null;
    if (!place || bound.has(place)) return;
    bound.add(place);
    scanOn(place);
    target!.dispatchEvent(new Event("change"));
  });
}

/** `place` holds the inputs, the preview and what is said of them; `file()` is what the request names, "" for none.
 *  Its hidden field holds the same for forms that ask by themselves, whose buttons rest while it is on its way. */
export function scanOn(place: HTMLElement): Scan {
  const [said, bar, canvas, away] = ["[data-said]", "progress", "canvas", "[data-away]"].map((one) => find(one, place)!);
  const progress = bar as HTMLProgressElement;
  const [form, field] = [place.closest<HTMLFormElement>("form[data-ask]"), find<HTMLInputElement>("input[type=hidden]", place)!];
  let [kept, sending] = ["", null as XMLHttpRequest | null];
  const hold = (file: string, request: XMLHttpRequest | null): void => {
    [kept, sending] = [file, request];
    field.value = file;
    if (form) for (const button of list<HTMLButtonElement>("button:not([type=button])", form)) button.disabled = request !== null;
  };

  const tell = (sentence: string, wrong = false): void => {
    said!.textContent = sentence;
    said!.classList.toggle("refused-line", wrong);
  };
  const clear = (): void => {
    sending?.abort();
    hold("", null);
    progress.hidden = canvas!.hidden = away!.hidden = true;
    for (const input of list<HTMLInputElement>("input[type=file]", place)) input.value = "";
    tell("");
  };
  const refuse = (sentence: string): void => {
    clear();
    tell(sentence, true);
  };

  const send = (file: File): void => {
    const request = new XMLHttpRequest();
    hold("", request);
    request.open("POST", place.dataset["attach"]!);
    for (const [name, value] of Object.entries({ "X-CSRFToken": csrfToken(), ...madeFor() })) request.setRequestHeader(name, value);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => (progress.value = total ? loaded / total : 0);
    request.onerror = () => refuse(t("Not sent: no connection. Choose the photo or scan again."));
    request.onload = () => {
      const answer = request.response as { file?: string; says?: string; sentence?: string } | null;
      if (request.status !== 200 || !answer?.file) return refuse(answer?.sentence ?? t("Not sent: no connection. Choose the photo or scan again."));
      hold(answer.file, null);
      progress.hidden = true;
      tell(t("{file}: goes with the paper when you record it.", { file: answer.says ?? "" }));
    };
    request.send(file);
  };

  const choose = async (file: File): Promise<void> => {
    clear();
    const most = Number(place.dataset["most"]);
    if (!KINDS.has(file.type)) return refuse(t("This is no photo or scan we can keep. Choose a JPEG, PNG, WebP or PDF."));
    if (file.size > most * MEGABYTE) return refuse(t("This file is larger than {most} MB. Photograph the paper again with fewer pixels, or scan it in black and white.", { most }));
    if (file.type !== "application/pdf" && !(await draw(file, canvas as HTMLCanvasElement))) return refuse(t("This file is not whole, or it is larger than any paper. Photograph or scan the paper again."));
    progress.value = 0;
    progress.hidden = away!.hidden = false;
    tell(t("Sending…"));
    send(file);
  };
  for (const input of list<HTMLInputElement>("input[type=file]", place)) {
    input.addEventListener("change", () => input.files?.[0] && void choose(input.files[0]));
  }
  away!.addEventListener("click", clear);
  form?.addEventListener("reset", clear);
  return { file: () => kept, isSending: () => sending !== null };
}

/** Draw it as small as it is shown, upright; false where it is no picture. */
async function draw(file: File, canvas: HTMLCanvasElement): Promise<boolean> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return false;
  const scale = Math.min(1, WIDEST / Math.max(picture.width, picture.height));
  [canvas.width, canvas.height] = [Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale))];
  canvas.getContext("2d")!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  canvas.hidden = false;
  return true;
}
