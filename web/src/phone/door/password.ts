// The password of the room, asked for before anything is shown.
import { password as words } from "#words";
import { element } from "../elements.ts";

/** The question for the password. */
export interface Asked {
  /** Shows what became of the latest try. */
  tell(state: "asked" | "wrong" | "checking"): void;
}

/** Asks for the password in `host`; `enter` is called with what was written. */
export function askForPassword(host: HTMLElement, enter: (password: string) => void): Asked {
  const heading = element("h1", "", words.heading);
  heading.tabIndex = -1;
  const label = element("label", "", words.label);
  const field = element("input", "password");
  field.id = label.htmlFor = "password";
  field.autocomplete = "off";
  field.autocapitalize = "none";
  field.spellcheck = false;
  field.maxLength = 100;
  field.setAttribute("enterkeyhint", "go");
  field.setAttribute("aria-describedby", "password-problem");
  const problem = element("p", "problem");
  problem.id = "password-problem";
  problem.setAttribute("aria-live", "polite");
  const send = element("button", "button", words.enter);
  const form = element("form", "");
  form.noValidate = true;
  form.append(heading, element("p", "lead", words.lead), label, field, problem, send);
  host.replaceChildren(form);
  let isBusy = false;

  const complain = (sentence: string) => {
    problem.textContent = sentence;
    if (sentence) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  };
  field.addEventListener("input", () => complain(""));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const written = field.value.trim();
    if (written === "") {
      complain(words.empty);
      field.focus();
    } else if (!isBusy) enter(written);
  });

  return {
    tell(state) {
      isBusy = state === "checking";
      send.setAttribute("aria-disabled", String(isBusy));
      send.textContent = isBusy ? words.checking : words.enter;
      if (state === "wrong") {
        complain(words.wrong);
        field.select();
      }
    },
  };
}
