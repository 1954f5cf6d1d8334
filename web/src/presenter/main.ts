import "../shared/inter.css";
import "../shared/tokens.css";
import "../shared/base.css";
import { mount } from "svelte";
import Presenter from "./Presenter.svelte";

mount(Presenter, { target: document.getElementById("app")! });
