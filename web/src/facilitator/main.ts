import "../shared/inter.css";
import "../shared/tokens.css";
import "../shared/base.css";
import { mount } from "svelte";
import Facilitator from "./Facilitator.svelte";

mount(Facilitator, { target: document.getElementById("app")! });
