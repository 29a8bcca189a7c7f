// After an answer: say it, offer to take it back where that is possible, and bring the page up to date.
import { ask, type Granted } from "../site/ask";
import type { Fresh } from "./fresh";
import { t } from "../site/texts";
import { toast } from "../site/toast";

export function sayAndRefresh(fresh: Fresh): (answer: Granted) => void {
  const say = ({ sentence, undo }: Granted): void => {
    const back = undo ? [{ label: t("Undo"), act: () => void takeBack(undo) }] : [];
    toast(sentence || t("Done."), "done", back, undo ? 10 : 5);
    void fresh.refresh();
  };
  const takeBack = async ({ kind, ...body }: { kind: string }): Promise<void> => {
    const answer = await ask(kind, body);
    if (answer.granted) say({ ...answer, undo: null });
    else toast(answer.sentence, "refused");
  };
  return say;
}

/** Ask the same of several, one after another, and say how many went through; what went wrong is said once. */
export async function askEach(items: string[], each: (item: string) => Promise<{ granted: boolean; sentence: string }>): Promise<void> {
  let [done, refused] = [0, ""];
  for (const item of items) {
    const answer = await each(item);
    if (answer.granted) done++;
    else refused = answer.sentence;
  }
  const counts = { done, count: items.length, sentence: refused };
  if (refused) toast(t("{done} of {count} done. {sentence}", counts), "refused");
  else toast(t("{done} of {count} done.", counts));
}
