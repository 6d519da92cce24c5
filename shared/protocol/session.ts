import { z } from "zod";
import { define, roles } from "./define.ts";
import type { Role } from "./define.ts";
import { blob, line, occurrenceId, scene, source, track, zone } from "./schemas.ts";
import type { Attached, Clock, Place, TransportOffer } from "./views.ts";

const everyone: readonly Role[] = ["operator", "moderator", "participant"];
const anyPass: readonly Role[] = roles;
const glass = z.number().int().min(0).max(4320);

/** Joining a session, saying what one looks at, and the media underneath. */
export const sessionRequests = {
  attach: define<Attached>()(
    {
      who: everyone,
      right:
        "the occurrence is within the pass's scope; `station` needs an operator's pass of a linked room, `console` an operator's or moderator's",
      errors: ["not-found", "forbidden", "room-taken", "removed", "too-many"],
      returns: "the stage as this role sees it, and with `media` the receiving transport and all its feeds",
      doc: "Joins a session with this page, leaving the one it was in. After a lost line the page sends its last `seq`.",
    },
    z.strictObject({
      occurrenceId,
      page: z.enum(["participant", "station", "console"]),
      /**
       * The browser's receiving capabilities; null: no media. `keep`: the id of the receiving transport that the page
       * still has and finds in order; if the server has it too, it stays, and `feeds` lists all that flows over it.
       * `down`: what the browser thinks the line carries (bits per second), where it says so: the first guess of how much
       * picture may be sent.
       */
      media: z
        .strictObject({
          rtpCapabilities: blob,
          keep: z.string().max(64).optional(),
          down: z.number().int().min(0).max(1e11).optional(),
        })
        .nullable(),
      listening: z.boolean(),
      headphones: z.boolean().default(false),
      glass: glass.default(0),
      lastSeq: z.number().int().nonnegative().optional(),
      /** A station takes the room over from another one. */
      takeOver: z.boolean().default(false),
    }),
  ),
  leave: define()(
    { who: everyone, errors: ["not-attached"], doc: "Leaves the session; hand and floor are given up." },
    z.strictObject({}),
  ),
  forget: define()({ who: anyPass, doc: '"Forget me on this device": ends the own pass.' }, z.strictObject({})),
  listen: define()(
    {
      who: everyone,
      errors: ["not-attached"],
      doc: "Starts or stops sound and picture on a path that `attach` has made. A station: *Start room*.",
    },
    z.strictObject({ on: z.boolean(), headphones: z.boolean().default(false) }),
  ),
  look: define()(
    {
      who: everyone,
      errors: ["not-attached"],
      doc: "Height in device pixels of the program (participant), screen window (station) or monitor (console) on the glass; 0: hidden.",
    },
    z.strictObject({ glass }),
  ),
  preview: define()(
    {
      who: ["operator", "moderator"],
      right: "the page is a console",
      errors: ["not-attached", "forbidden"],
      doc: "What this console prepares: its senders raise their layers before the take. Belongs to the console, not to the stage.",
    },
    z.strictObject({ scene: scene.nullable() }),
  ),
  report: define()(
    {
      who: everyone,
      errors: ["not-attached"],
      doc: "The state of one's line, every two seconds; the consoles see it.",
    },
    z.strictObject({
      rtt: z.number().min(0).max(60_000).nullable(),
      lostDown: z.number().min(0).max(1),
      lostUp: z.number().min(0).max(1),
      down: z.number().min(0).max(1e10),
      up: z.number().min(0).max(1e10),
      seen: z.array(source).max(40),
      heard: z.array(source).max(60),
      screen: z.boolean(),
      trouble: z.array(z.enum(["camera-lost", "sound-lost", "return-blocked", "output-lost"])).max(4),
    }),
  ),
  connectTransport: define()(
    {
      who: everyone,
      right: "the own transport",
      errors: ["not-attached", "not-found"],
      doc: "The browser's DTLS parameters.",
    },
    z.strictObject({ transportId: z.string().max(64), dtlsParameters: blob }),
  ),
  restartIce: define<{ readonly iceParameters: unknown }>()(
    {
      who: everyone,
      right: "the own transport",
      errors: ["not-attached", "not-found"],
      returns: "new ICE parameters",
      doc: "For a path that stalled.",
    },
    z.strictObject({ transportId: z.string().max(64) }),
  ),
  openSend: define<TransportOffer>()(
    {
      who: everyone,
      errors: ["not-attached", "not-wanted", "too-many"],
      returns: "a sending transport",
      doc: "A transport to publish on; one a page. A second call gives a new one and closes the old.",
    },
    z.strictObject({}),
  ),
  produce: define<{ readonly producerId: string }>()(
    {
      who: everyone,
      right: "a track that `sends` names for this page",
      errors: ["not-attached", "not-found", "not-wanted", "in-use-elsewhere"],
      returns: "the producer's id",
      doc: "Publishes a track. `takeOver`: from another tab with the same pass.",
    },
    z.strictObject({
      transportId: z.string().max(64),
      track,
      rtpParameters: blob,
      takeOver: z.boolean().default(false),
    }),
  ),
  unpublish: define()(
    { who: everyone, right: "the own track", errors: ["not-attached"], doc: "Takes a track back." },
    z.strictObject({ track }),
  ),
  feedsReady: define()(
    { who: everyone, errors: ["not-attached"], doc: "These new feeds are set up in the browser: let them flow." },
    z.strictObject({ ids: z.array(z.string().max(64)).max(100) }),
  ),
  clock: define<Clock>()(
    {
      who: anyPass,
      errors: ["unknown-zone"],
      returns: "the zone's clock",
      doc: "Which time it is in a zone: for a person who chooses another city.",
    },
    z.strictObject({ zone, city: line(60).optional() }),
  ),
  places: define<readonly Place[]>()(
    {
      who: anyPass,
      returns: "up to eight places, the largest first",
      doc: "Cities by the beginning of their name, with their zones.",
    },
    z.strictObject({ query: line(60) }),
  ),
} as const;
