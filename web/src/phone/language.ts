// The language that this person has chosen for the phone's page, whatever the session's is. The server has the page in
// each at `?lang=`; the choice is kept on the phone, so that who has made none asks for nothing more.
import { common } from "#words";
import { keep, kept } from "../shared/storage.ts";

/** Where it is kept; not among what is kept of sessions, which is forgotten in time. */
const NAME = "lang";

const asked = /lang=(nb|nn|en)/.exec(location.search)?.[1];

/** The language that was chosen, if one was. */
export const chosen = asked ?? kept<string>(NAME);

if (asked) keep(NAME, asked);
else if (chosen && chosen !== common.tag) location.replace(`?lang=${chosen}${location.hash}`);
