import "../shared/tokens.css";
import "../shared/base.css";
import "./phone.css";
import { mount } from "svelte";
import type { ServerMessage } from "../shared/wire.ts";
import { addressed } from "./code.ts";
import Phone from "./Phone.svelte";

const state = document.getElementById("state")?.textContent ?? "null";
const first = (JSON.parse(state) as ServerMessage | null) ?? undefined;
const address = addressed(location.pathname, location.hash);
mount(Phone, { target: document.getElementById("app")!, props: { address, first } });
