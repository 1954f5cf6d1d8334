import "../shared/tokens.css";
import "../shared/base.css";
import { mount } from "svelte";
import Phone from "./Phone.svelte";

mount(Phone, { target: document.getElementById("app")! });
