import { afterEach, expect, test, vi } from "vitest";
import { Reading } from "./reading.svelte.ts";

/** A server that answers when the test says so, with a plan whose title is the text. */
function slowServer(): { readonly asked: string[]; answer: (text: string) => void } {
  const waiting = new Map<string, (response: Response) => void>();
  const asked: string[] = [];
  vi.stubGlobal("fetch", (_path: string, request: { body: string }) => {
    asked.push(request.body);
    return new Promise<Response>((answer) => waiting.set(request.body, answer));
  });
  const plan = (title: string): Response => Response.json({ details: { title }, items: [] });
  return { asked, answer: (text) => waiting.get(text)?.(plan(text)) };
}

afterEach(() => vi.unstubAllGlobals());

test("a text is asked for once, however many wait for it", async () => {
  const server = slowServer();
  const reading = new Reading("free");
  const plans = [reading.put("a"), reading.settle(), reading.settle()];
  server.answer("a");
  const titles = (await Promise.all(plans)).map((plan) => plan?.details.title);
  expect(titles).toEqual(["a", "a", "a"]);
  expect(server.asked).toEqual(["a"]);
});

test("who waits for a text that was changed gets the plan of the new one", async () => {
  const server = slowServer();
  const reading = new Reading("free");
  const first = reading.put("a");
  const second = reading.put("b");
  server.answer("b");
  server.answer("a");
  expect((await first)?.details.title).toBe("b");
  expect((await second)?.details.title).toBe("b");
  expect(reading.isReading).toBe(false);
});

test("a server that does not answer is told, and the text is asked for again", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no line")));
  const reading = new Reading("free");
  expect(await reading.put("a")).toBeUndefined();
  expect(reading.fault).toBe("offline");
  const server = slowServer();
  const plan = reading.settle();
  server.answer("a");
  expect((await plan)?.details.title).toBe("a");
  expect(reading.fault).toBeUndefined();
});
