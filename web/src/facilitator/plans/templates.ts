// Templates of one's own: programmes as text, kept in this browser.
import { keep, kept, randomKey } from "../../shared/storage.ts";

/** One template. */
export interface OwnTemplate {
  readonly id: string;
  readonly name: string;
  /** The day it was saved, `2026-11-21`. */
  readonly saved: string;
  readonly text: string;
}

const NAME = "plenum-templates";
/** More than anybody looks through. */
export const OWN_TEMPLATES_MAX = 30;

/** Those kept, the latest first. */
export function ownTemplates(): OwnTemplate[] {
  const list = kept<OwnTemplate[]>(NAME);
  return Array.isArray(list) ? list : [];
}

/** Keeps a programme as a template; nothing where there is no room for it. */
export function keepTemplate(name: string, text: string, saved: string): OwnTemplate | undefined {
  if (ownTemplates().length >= OWN_TEMPLATES_MAX) return undefined;
  const template = { id: randomKey(), name, saved, text };
  keep(NAME, [template, ...ownTemplates()]);
  return template;
}

/** Takes a template away. */
export function dropTemplate(id: string): void {
  keep(
    NAME,
    ownTemplates().filter((template) => template.id !== id),
  );
}

/** Brings a template back to where it was. */
export function restoreTemplate(template: OwnTemplate, index: number): void {
  const list = ownTemplates().filter((other) => other.id !== template.id);
  keep(NAME, [...list.slice(0, index), template, ...list.slice(index)]);
}
