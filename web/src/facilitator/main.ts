import "../shared/inter.css";
import "../shared/tokens.css";
import "../shared/themes.css";
import "../shared/base.css";
import "./facilitator.css";
import { mount } from "svelte";
import Facilitator from "./Facilitator.svelte";

mount(Facilitator, { target: document.getElementById("app")! });
