import type * as Library from "mediasoup-client";
import type { Device } from "mediasoup-client/types";
import { signal } from "@preact/signals";

/** False: no handler for this browser. The page says so; the stage, the queue and the chat work all the same. */
export const supported = signal(true);

/**
 * The media library is a third of the participant's page, so it comes in its own file; it is asked for as soon as this
 * module runs, while the socket is still opening.
 */
let library: Promise<typeof Library> | null = null;

function load(): Promise<typeof Library> {
  library ??= import("mediasoup-client").catch((error: unknown) => {
    // The line broke on the way: the next caller asks again.
    library = null;
    throw error;
  });
  return library;
}

let held: { readonly key: string; readonly device: Promise<Device | null> } | null = null;

/** One device a page, remade only if the server's capabilities change (another build). Rejects when the library does not come. */
export function deviceFor(routerRtpCapabilities: unknown): Promise<Device | null> {
  const key = JSON.stringify(routerRtpCapabilities);
  if (held?.key !== key) {
    const device = make(routerRtpCapabilities).catch((error: unknown) => {
      held = null;
      throw error;
    });
    held = { key, device };
  }
  return held.device;
}

async function make(routerRtpCapabilities: unknown): Promise<Device | null> {
  const { Device, detectDevice } = await load();
  const handlerName = typeof RTCPeerConnection === "undefined" ? undefined : (detectDevice() ?? unknownBrowser());
  if (handlerName === undefined) {
    supported.value = false;
    return null;
  }
  const device = new Device({ handlerName });
  await device.load({
    routerRtpCapabilities: routerRtpCapabilities as Parameters<Device["load"]>[0]["routerRtpCapabilities"],
  });
  return device;
}

/** It goes by no name that the library knows, as some do over plain HTTP; if it has transceivers it does as Chromium. */
const unknownBrowser = (): "Chrome111" | undefined =>
  typeof RTCRtpTransceiver === "undefined" ? undefined : "Chrome111";

// Who needs it is told what came of it by `deviceFor`.
load().catch(() => undefined);
