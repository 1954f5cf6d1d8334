// Fetches the minutes and says how it went.
import { ApiFault, downloadMinutes, type MinutesFormat } from "../api.ts";
import type { Desk } from "../desk.svelte.ts";

/** Downloads the minutes in a format. */
export async function fetchMinutes(desk: Desk, format: MinutesFormat): Promise<void> {
  const said = desk.words.session;
  try {
    const name = await downloadMinutes(desk.code, desk.key, format, said.minutesName);
    desk.notices.tell({ text: said.minutesReady(name), tone: "plain" });
  } catch (fault) {
    if (!(fault instanceof ApiFault)) throw fault;
    desk.notices.tell({ text: said.minutesFailed, tone: "danger" });
  }
}
