// Sending a picture to the server, which makes it ready to be shown.
import type { PictureId } from "../../shared/wire.ts";

/** The largest file that the server takes, in bytes. */
export const FILE_BYTES_MAX = 10 * 1024 * 1024;

/** A picture that the session keeps. */
export interface KeptPicture {
  readonly id: PictureId;
  readonly width: number;
  readonly height: number;
}

/** Why a picture was not kept: a code of the server's, or that it did not get there. */
export class PictureFault extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** A file on its way. */
export interface Sending {
  /** Rejects with a `PictureFault`, or never settles after `cancel`. */
  readonly kept: Promise<KeptPicture>;
  readonly cancel: () => void;
}

/** Sends a file; `progress` hears how much of it has been sent, from 0 to 1. */
export function sendPicture(
  code: string,
  key: string,
  file: File,
  progress: (sent: number) => void,
): Sending {
  // What is sent by `fetch` does not say how far it has come.
  const request = new XMLHttpRequest();
  const kept = new Promise<KeptPicture>((resolve, reject) => {
    if (file.size > FILE_BYTES_MAX) return reject(new PictureFault("picture_too_large"));
    request.open("POST", `/api/v1/sessions/${code}/pictures`);
    request.setRequestHeader("Authorization", `Bearer ${key}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => progress(event.loaded / (event.total || 1)));
    request.addEventListener("error", () => reject(new PictureFault("offline")));
    request.addEventListener("load", () => {
      if (request.status === 201) resolve(request.response as KeptPicture);
      else reject(new PictureFault((request.response as { code?: string } | null)?.code ?? "refused"));
    });
    request.send(file);
  });
  return { kept, cancel: () => request.abort() };
}
