// What stands before a session: that nobody more is let in, the password of the room, and which part a person has. A
// file of its own, fetched when one of them is needed.
import type { PhoneSession } from "../session.svelte.ts";
import { addStyle } from "../elements.ts";
import { sayOut } from "./out.ts";
import { askForPassword, type Asked } from "./password.ts";
import { askForRole } from "./roles.ts";
import style from "./screen.css?inline";

/** What stands at the door. */
export interface Door {
  /** Draws what stands there now. */
  tell(): void;
  end(): void;
}

/** Asks in `host` what the session wants to know. */
export function openDoor(host: HTMLElement, session: PhoneSession): Door {
  addStyle(style);
  let asked: Asked | undefined;
  let drawn = "";

  return {
    tell() {
      const { line, goodbye, state } = session.view;
      if (session.isOut) {
        asked = undefined;
        sayOut(host, goodbye === "door_closed");
      } else if (!session.asksRole) {
        asked ??= askForPassword(host, (password) => session.unlock(password));
        asked.tell(line !== "closed" ? "checking" : goodbye === "password_wrong" ? "wrong" : "asked");
      } else if (drawn !== JSON.stringify(state.roles)) {
        drawn = JSON.stringify(state.roles);
        askForRole(host, state.roles, (role) => session.chooseRole(role));
      }
    },
    end: () => host.replaceChildren(),
  };
}
