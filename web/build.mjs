// Builds the pages into a folder: `node build.mjs FOLDER`.
//
//   languages.json        what each file of `src/languages` says to the server, in the order of the languages
//   phone.*.html          the phone's document in each language up to where the state is written, style and script inlined
//   phone.*.html.br, .gz  the same, compressed and flushed to a whole byte, so that the server can append to it
//   phone.*.csp           the hashes of its style and script, and that it may fetch scripts of ours, for the content security policy
//   assets/sorting.*.js   the phone's screen for sorting, fetched when a room first sorts
//   assets/asks.*.js      the phone's forms for choosing, marking and counting, fetched when a question first needs them
//   assets/timer.*.js     the phone's clock, fetched when one first runs
//   assets/survey.*.js    what leads the phone through questions at one's own pace, fetched when a survey is first open
//   assets/refusals.*.js  why an answer did not stand, in words, fetched when one first does not
//   assets/door.*.js      the password of the room and the choice of a role, fetched when a session asks for either
//   assets/signals.*.js   the phone's bar for reactions, hands and pace, fetched when they are first allowed
//   assets/ranking.*.js   the phone's form for a ranking, fetched when a question first needs it
//   assets/grid.*.js      the phone's plane, both the form and what the room made of it, fetched when a question has one
//   assets/quiz.*.js      the phone's quiz: nickname, answer, outcome and place, fetched when one first comes
//   assets/asked.*.js     the phone's questions to the speaker, fetched when people may first ask
//   assets/dots.*.js      the phone's picture with dots, both the form and what the room made of it, fetched when a question has one
//   assets/statements.*.js  the phone's screen for taking a stand, fetched when people are first asked to
//   assets/results.*.js   the phone's screen of results, fetched when a room first shares some
//   accessibility.html    what the accessibility statement stands in; the server writes it
//   preview/*.html        the phone and the projector as the facilitator's page shows them of a draft
//   presenter.html, facilitator.html, assets/…   with .br and .gz beside each where that is smaller
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, createBrotliCompress, createGzip, gzipSync } from "node:zlib";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { minify } from "terser";
import { build, transformWithOxc } from "vite";

const web = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? "dist");

const common = {
  root: web,
  configFile: false,
  logLevel: "warn",
  plugins: [svelte()],
};

/** What the server reads of a language's file. */
const PARTS = ["language", "files", "plan", "grouping", "heldWords", "accessibility"];

const languages = await readLanguages();
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await writeFile(join(out, "languages.json"), JSON.stringify(languages));
await buildPages();
await buildPreviews();
for (const language of languages.map(({ language }) => language.tag)) {
  await buildPhone(language, [
    await buildScreen(language, "sorting"),
    await buildScreen(language, "results"),
    await buildScreen(language, "asks"),
    await buildScreen(language, "timer"),
    await buildScreen(language, "survey"),
    await buildScreen(language, "door"),
    await buildScreen(language, "refusals"),
    await buildScreen(language, "signals"),
    await buildScreen(language, "ranking"),
    await buildScreen(language, "grid"),
    await buildScreen(language, "quiz"),
    await buildScreen(language, "asked"),
    await buildScreen(language, "dots"),
    await buildScreen(language, "statements"),
  ]);
}
await compressAll(out);

/** What the server reads of each language, in their order; every language must say what Bokmål does. */
async function readLanguages() {
  const folder = join(web, "src/languages");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ts")).sort();
  const read = await Promise.all(
    names.map(async (name) => {
      const said = await evaluated(join(folder, name));
      if (`${said.language?.tag}.ts` !== name)
        throw new Error(`src/languages/${name} has another tag than its name`);
      return Object.fromEntries(PARTS.map((part) => [part, said[part]]));
    }),
  );
  const decides = read.find(({ language }) => language.tag === "nb");
  for (const said of read) sayTheSame(said, decides, `src/languages/${said.language.tag}.ts:`);
  return read.sort((one, other) => one.language.place - other.language.place);
}

/** Fails where a language lacks a text, or has one that nobody asks for. */
function sayTheSame(said, decides, where) {
  const kind = (value) => (Array.isArray(value) ? "list" : typeof value);
  if (kind(said) !== kind(decides)) throw new Error(`${where} is a ${kind(said)}, not a ${kind(decides)}`);
  if (kind(decides) === "list")
    for (const [at, one] of said.entries()) sayTheSame(one, decides[0], `${where}[${at}]`);
  if (kind(decides) !== "object") return;
  for (const name of new Set([...Object.keys(said), ...Object.keys(decides)])) {
    if (!(name in said)) throw new Error(`${where} ${name} is missing`);
    if (!(name in decides)) throw new Error(`${where} ${name} is unknown`);
    sayTheSame(said[name], decides[name], `${where} ${name}`);
  }
}

/** The presenter's and the facilitator's page and what the accessibility statement stands in: documents that name hashed assets. */
async function buildPages() {
  const pages = ["presenter", "facilitator", "accessibility"];
  await build({
    ...common,
    build: {
      outDir: out,
      emptyOutDir: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: pages.map((page) => join(web, `${page}.html`)) },
    },
  });
}

/**
 * The previews: the phone's and the presenter's page as they are, but for what reaches outside. In place of the
 * connection, what is kept, motion, the server's clock and the machine's screen stand modules of the same form; the
 * words are those of the language in the address; and the phone's screens come along instead of later.
 */
async function buildPreviews() {
  const instead = new Map(
    [
      "shared/connection",
      "shared/storage",
      "shared/motion",
      "shared/server-clock",
      "presenter/awake",
      "presenter/sound",
    ].map((name) => [join(web, `src/${name}.ts`), join(web, `src/preview/instead/${basename(name)}.ts`)]),
  );
  const left = new Set(instead.keys());
  const apart = {
    name: "instead",
    enforce: "pre",
    async resolveId(source, importer, options) {
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      left.delete(found?.id);
      return found && instead.get(found.id);
    },
    async load(id) {
      if (!/\/phone\/\w+\/load\.ts$/.test(id)) return undefined;
      const [, name] = /export const (\w+)/.exec(await readFile(id, "utf8"));
      return `import * as screen from "./screen.ts"; export const ${name} = () => Promise.resolve(screen);`;
    },
    buildEnd(error) {
      if (!error && left.size > 0) throw new Error(`the previews no longer ask for ${[...left].join(", ")}`);
    },
  };
  await build({
    ...common,
    plugins: [svelte(), apart],
    resolve: { alias: { "#words": join(web, "src/preview/words.ts") } },
    build: {
      outDir: out,
      emptyOutDir: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: {
          "preview-phone": join(web, "preview/phone.html"),
          "preview-projector": join(web, "preview/projector.html"),
        },
      },
    },
  });
}

/** A screen of the phone's in one language, a file of its own; gives its name, its address and what is in it. */
async function buildScreen(language, name) {
  const [built] = await build({
    ...common,
    resolve: { alias: { "#words": join(web, `src/languages/${language}.ts`) } },
    build: {
      write: false,
      lib: { entry: join(web, `src/phone/${name}/screen.ts`), formats: ["es"] },
    },
  });
  const chunks = built.output.filter((file) => file.type === "chunk");
  if (chunks.length !== 1) throw new Error(`the screen of ${name} must be one script, not ${chunks.length}`);
  const { code } = await minify(chunks[0].code, { module: true, ecma: 2020, compress: { passes: 3 } });
  const digest = createHash("sha256").update(code).digest("hex").slice(0, 10);
  const address = `/assets/${name}.${language}-${digest}.js`;
  await writeFile(join(out, address), code);
  return { name, address, code };
}

/** The phone's page in one language: one document, so that a form stands on the screen after one round trip. */
async function buildPhone(language, screens) {
  const built = await build({
    ...common,
    plugins: [
      svelte({
        compilerOptions: { cssHash: ({ name }) => `in-${name.toLowerCase()}`, discloseVersion: false },
        preprocess: { markup: await wordsInPlace(language) },
      }),
      lean(),
      ...screens.map(({ name, address }) => apart(`/phone/${name}/load.ts`, address)),
    ],
    resolve: { alias: { "#words": join(web, `src/languages/${language}.ts`) } },
    build: {
      write: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: { input: join(web, "phone.html"), output: { codeSplitting: false } },
    },
  });
  const files = built.output;
  const chunks = files.filter((file) => file.type === "chunk");
  if (chunks.length !== 1) throw new Error(`the phone page must be one script, not ${chunks.length}`);
  // Inside a script element only these two can end or confuse it; in a string the backslash changes nothing.
  // Statements of their own look more alike to brotli than those joined by commas.
  const compress = { passes: 5, sequences: false };
  const smaller = await minify(chunks[0].code, { module: true, ecma: 2020, compress });
  const script = smaller.code
    .trim()
    // Svelte's list of attributes without a value, of which the phone's templates use none.
    .replace(/"allowfullscreen\.[a-z.]*"\.split\("\."\);/, "")
    .replaceAll("</script", "<\\/script")
    .replaceAll("<!--", "<\\!--");
  const style = withoutUnused(
    files
      .filter((file) => file.fileName.endsWith(".css"))
      .map((file) => String(file.source))
      .join(""),
    script + screens.map(({ code }) => code).join(""),
  );
  for (const screen of screens)
    if (screen.code.includes("lightningcss"))
      throw new Error(`${screen.name} chooses between light and dark itself`);
  for (const screen of screens)
    for (const [, name] of screen.code.matchAll(/var\((--[\w-]+)\)/g))
      if (!(style + screen.code).includes(`${name}:`))
        throw new Error(`the phone page lacks ${name}, which ${screen.name} names`);
  const html = String(files.find((file) => file.fileName === "phone.html").source)
    .replace('<html lang="nb">', `<html lang="${language}">`)
    .replace(/<script type="module"[^>]*><\/script>/, "")
    .replace(/<link rel="stylesheet"[^>]*>/, "")
    .replace(/\s*\n\s*/g, " ")
    .replace(/>\s+</g, "><")
    .replaceAll(" />", ">");
  const [before, after] = html.split("</head>");
  const body = after.split("</body>")[0].trim();
  const document = `${before}<style>${style}</style></head>${body}<script type="module">${script}</script>`;
  if (/<(script|link)[^>]+(src|href)="(?!data:)/.test(document))
    throw new Error("the phone page asks for another file");

  const path = join(out, `phone.${language}`);
  await writeFile(`${path}.html`, document);
  await writeFile(`${path}.csp`, `script-src '${hash(script)}' 'self'; style-src '${hash(style)}'`);
  const brotli = createBrotliCompress({
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(document),
    },
  });
  await writeFile(`${path}.html.br`, await flushed(brotli, document, constants.BROTLI_OPERATION_FLUSH));
  await writeFile(
    `${path}.html.gz`,
    await flushed(createGzip({ level: 9 }), document, constants.Z_SYNC_FLUSH),
  );
}

/**
 * Writes the words that never change into the templates, which then need no code for them; and the links to the page in
 * the other languages.
 */
async function wordsInPlace(language) {
  const { phone } = await evaluated(join(web, `src/languages/${language}.ts`));
  const links = languages
    .map(({ language: { tag, name } }) => [tag, name])
    .filter(([tag]) => tag !== language)
    .map(([tag, name]) => `<a href="?lang=${tag}" lang="${tag}">${name}</a>`);
  return ({ content }) => ({
    code: content
      .replace(/import Languages from .*/, "")
      .replace("<Languages />", links.join(" · "))
      .replace(/([=$]?)\{words\.(\w+)\}/g, (whole, before, name) => {
        if (typeof phone[name] !== "string" || before === "$") return whole;
        const text = phone[name].replace(/[&<>"{}]/g, (letter) => `&#${letter.charCodeAt(0)};`);
        return before === "=" ? `="${text}"` : text;
      }),
  });
}

/** What a file of words exports; it imports nothing but types. */
async function evaluated(path) {
  const { code } = await transformWithOxc(await readFile(path, "utf8"), path);
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

/**
 * Leaves four parts of Svelte's runtime out of the phone's page, about 4 kB compressed: taking over HTML that a
 * server drew (nothing is), state that is followed into objects (the phone uses `$state.raw`), boundaries that
 * catch errors and wait for promises, and waiting for promises while drawing (it has neither). The build fails when
 * Svelte asks these files for something else, or no longer has them; the browser trips tell whether the page still
 * works.
 */
function lean() {
  const replaced = {
    "/dom/hydration.js": `
      export const hydrating = false;
      export const hydrate_node = null;
      export const set_hydrating = () => {};
      export const set_hydrate_node = (node) => node;
      export const hydrate_next = () => null;
      export const reset = () => {};
      export const hydrate_template = () => {};
      export const next = () => {};
      export const skip_nodes = () => null;
      export const read_hydration_instruction = () => "";`,
    "/blocks/boundary.js": `
      import { branch } from "../../reactivity/effects.js";
      export const boundary = (anchor, _, children) => branch(() => children(anchor));
      export const pending = () => false;`,
    "/reactivity/async.js": `
      import { derived } from "./deriveds.js";
      export const flatten = (_blockers, derivations, _promised, run) => run(derivations.map(derived));
      const none = () => { throw new Error("the phone's page waits for nothing while it draws"); };
      export {
        none as capture,
        none as for_await_track_reactivity_loss,
        none as increment_pending,
        none as run,
        none as run_after_blockers,
        none as save,
        none as track_reactivity_loss,
        none as unsave,
        none as unset_context,
        none as wait,
      };`,
    "/client/proxy.js": `
      export const proxy = (value) => {
        if (typeof value === "object" && value !== null) throw new Error("use $state.raw");
        return value;
      };
      export const get_proxied_value = (value) => value;
      export const is = Object.is;`,
  };
  const left = new Set(Object.keys(replaced));
  return {
    name: "lean",
    enforce: "pre",
    load(id) {
      if (!id.includes("/svelte/src/internal/client/")) return undefined;
      const ending = Object.keys(replaced).find((ending) => id.endsWith(ending));
      left.delete(ending);
      return ending && replaced[ending];
    },
    buildEnd(error) {
      if (!error && left.size > 0) throw new Error(`Svelte has no ${[...left].join(", ")} any more`);
    },
  };
}

/**
 * Lets a module that fetches a screen fetch the file at this address. Some browsers remember that a script could not
 * be fetched, so that another attempt needs another address.
 */
function apart(module, address) {
  return {
    name: "apart",
    enforce: "pre",
    async load(id) {
      if (!id.endsWith(module)) return undefined;
      const load = `(attempt) => import(/* @vite-ignore */ "${address}" + (attempt ? "?" + attempt : ""))`;
      const [, name] = /export const (\w+)/.exec(await readFile(id, "utf8"));
      return `export const ${name} = ${load};`;
    },
  };
}

/**
 * Styles without comments, without the choice of light or dark that the phone leaves to the system, and without custom
 * properties that neither they nor the scripts name.
 */
function withoutUnused(style, script) {
  return inTwo(style.replace(/\/\*.*?\*\//g, "").replace(/:root\[data-theme=[^}]*\}/g, ""))
    .replace(/(--[\w-]+):[^;{}]*;/g, (property, name) => {
      const used = style.includes(`var(${name}`) || script.includes(name);
      return used ? property : "";
    })
    .trim();
}

/** Roles in light and dark, written out one after the other: smaller than choosing between them in each. */
function inTwo(style) {
  const dark = [];
  const light = style.replace(
    /(--[\w-]+):var\(--lightningcss-light,(.*?)\)var\(--lightningcss-dark,(.*?)\)([;}])/g,
    (_, name, inLight, inDark, end) => {
      dark.push(`${name}:${inDark}`);
      return `${name}:${inLight}${end}`;
    },
  );
  const made = light
    .replace(/--lightningcss-light:initial;--lightningcss-dark: ?;/, "")
    .replace(/--lightningcss-light: ?;--lightningcss-dark:initial;?/, () => `${dark.join(";")};`);
  if (made.includes("lightningcss"))
    throw new Error("the phone page chooses between light and dark elsewhere");
  return made;
}

/** What a compressor has written once it was flushed to a whole byte, its ending left off. */
function flushed(compressor, text, kind) {
  return new Promise((done, failed) => {
    const pieces = [];
    compressor.on("data", (piece) => pieces.push(piece)).on("error", failed);
    compressor.write(text);
    compressor.flush(kind, () => setImmediate(() => done(Buffer.concat(pieces))));
  });
}

/** Writes compressed copies beside every file that gets smaller by it. */
async function compressAll(folder) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /\.(br|gz|csp|json|woff2)$/.test(entry.name) || entry.name.startsWith("phone."))
      continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    for (const [ending, compressed] of [
      ["br", brotliCompressSync(bytes)],
      ["gz", gzipSync(bytes, { level: 9 })],
    ]) {
      if (compressed.length < bytes.length) await writeFile(`${path}.${ending}`, compressed);
    }
  }
}

function hash(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
