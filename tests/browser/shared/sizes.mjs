// The projector at every size of screen and with large text, page by page.
import { sleep } from "./wait.mjs";
import { faultsOf } from "./whole.mjs";

/** Screens of a hall, and large text on the commonest of them. */
const LOOKS = [
  { name: "720", width: 1280, height: 720 },
  { name: "4k", width: 3840, height: 2160 },
  { name: "768", width: 1024, height: 768, isGlanced: true },
  { name: "1080", width: 1920, height: 1080, isGlanced: true },
  { name: "200", width: 1920, height: 1080, text: 2, isKept: true },
];
/** What is wrong is wrong when it is the same in so many looks, so far apart: sizes are measured and set anew. */
const SAME_MAX = 3;
const LOOK_MS = 100;
/** More pages of one view than this are like those before them. */
const PAGES_MAX = 4;

/** Looks at a view on every screen, and keeps pictures of some; gives what is wrong with it. */
export async function atAllSizes(people, projector, view) {
  const faults = [];
  for (const { name, width, height, text = 1, isGlanced, isKept } of LOOKS) {
    await projector.setViewportSize({ width, height });
    await sizeText(projector, text);
    const look = async (page) => {
      const seen = await settled(projector, text);
      faults.push(...seen.map((fault) => `${view} at ${name}${page}: ${fault}`));
    };
    await look("");
    if (isGlanced) await people.glance(projector, `${view}-${name}`);
    if (isKept) await people.picture(projector, `${view}-${name}`);
    const pages = isGlanced || isKept ? Math.min(await pagesOf(projector), PAGES_MAX) : 1;
    for (let page = 2; page <= pages; page += 1) {
      await projector.keyboard.press("Shift+ArrowRight");
      await look(`, page ${page}`);
      if (page === 2 && text > 1) await people.glance(projector, `${view}-${name}-next`);
    }
    for (let page = 2; page <= pages; page += 1) await projector.keyboard.press("Shift+ArrowLeft");
  }
  await sizeText(projector, 1);
  return faults;
}

/** Sizes the text as another window on the machine would, so that nothing is said about it here. */
function sizeText(projector, text) {
  return projector.evaluate((text) => {
    const key = "plenum.present.text";
    localStorage.setItem(key, JSON.stringify(text));
    dispatchEvent(new StorageEvent("storage", { key }));
  }, text);
}

/** What is wrong once nothing moves any more. */
async function settled(projector, text) {
  await projector.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  });
  let before;
  let same = 0;
  for (;;) {
    const faults = await faultsOf(projector, text);
    same = before === faults.join() ? same + 1 : 0;
    if (faults.length === 0 || same === SAME_MAX) return faults;
    before = faults.join();
    await sleep(LOOK_MS);
  }
}

async function pagesOf(projector) {
  const figures = projector.locator(".pager .figures");
  if ((await figures.count()) === 0) return 1;
  return Number((await figures.first().textContent()).split("/")[1]);
}

/** Shows an item, whatever was shown before. */
export async function show(projector, session, item, heading) {
  await session.command({ do: "go_to", item });
  await projector.getByRole("heading", { name: heading, exact: true }).waitFor();
}
