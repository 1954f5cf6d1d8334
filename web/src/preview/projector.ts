// The projector as it will be, told of a draft by the facilitator's page instead of by the server.
import "../shared/inter.css";
import "../shared/tokens.css";
import "../shared/themes.css";
import "../shared/base.css";
import "../presenter/presenter.css";
import "./still.css";
import { mount } from "svelte";
import Presenter from "../presenter/Presenter.svelte";
import { listen } from "./heard.ts";

listen(() => {
  // A preview has no key, and nothing that would ask for one.
  const props = { code: location.hash.slice(1), key: "preview" };
  mount(Presenter, { target: document.getElementById("app")!, props });
});
