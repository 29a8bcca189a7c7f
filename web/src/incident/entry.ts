// One incident as a page of its own: the panel without the board; what is asked here reloads it.
import "../console/panel.css";
import { listenForAsks } from "../site/actions";
import { toast } from "../site/toast";
import { refreshAges } from "../site/ages";
import { ask } from "../site/ask";
import { get } from "../site/dom";

refreshAges();
listenForAsks(get("panel-body"), (answer) => { toast(answer.sentence); reload(); });

get("panel-body").addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-assign]") : null;
  if (button) void send(button);
});

async function send({ dataset }: HTMLElement): Promise<void> {
  const answer = await ask("AssignUnit", { incident: dataset["incident"], unit: dataset["assign"], ...(dataset["leaving"] ? { leaving: dataset["leaving"] } : {}) });
  toast(answer.sentence, answer.granted ? "done" : "refused");
  if (answer.granted) reload();
}

const reload = (): void => void window.setTimeout(() => location.reload(), 900);
