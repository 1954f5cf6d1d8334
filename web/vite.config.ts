// While developing: `npm run dev` serves the three pages and hands everything else to a running server.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

const SERVER = process.env["PLENUM_SERVER"] ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [svelte()],
  server: {
    proxy: { "/api": { target: SERVER, ws: true }, "/preview/": SERVER, "/assets/": SERVER },
  },
});
