// The phone's page as it will be, told of a draft by the facilitator's page instead of by the server.
import "../shared/tokens.css";
import "../shared/base.css";
import "../phone/phone.css";
import "./still.css";
import { mount } from "svelte";
import Phone from "../phone/Phone.svelte";
import { listen } from "./heard.ts";

/** Pictures are the session's: its code stands in the address, its keys do not. */
const address = { code: location.hash.slice(1), secret: undefined };

listen((first) => {
  document.documentElement.lang = new URLSearchParams(location.search).get("lang") ?? "nb";
  mount(Phone, { target: document.getElementById("app")!, props: { address, first } });
});
