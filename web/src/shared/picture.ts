// Where a session's pictures are.
import type { Picture } from "./wire.ts";

/** The address of a picture that a session keeps. */
export const pictureAddress = (code: string, { id }: Pick<Picture, "id">): string =>
  `/api/v1/sessions/${code}/pictures/${id}`;
