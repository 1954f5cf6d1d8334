import "../shared/inter.css";
import "../shared/tokens.css";
import "../shared/themes.css";
import "../shared/base.css";
import "./presenter.css";
import { mount } from "svelte";
import Presenter from "./Presenter.svelte";
import { addressed, keepKey } from "./address.ts";

const address = addressed(location.pathname + location.search, location.hash);
mount(Presenter, { target: document.getElementById("app")!, props: keepKey(address) });
