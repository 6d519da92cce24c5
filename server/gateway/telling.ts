import type { OccurrenceId } from "../../shared/ids.ts";
import type { PresentPerson } from "../../shared/protocol/views.ts";
import type { Stage } from "../../shared/stage/model.ts";
import type { SourceId } from "../../shared/stage/sources.ts";
import { changedKeys, participantView } from "../../shared/stage/views.ts";
import type { Presence } from "../stage/presence.ts";
import { whoIs } from "./guest.ts";
import type { Guest } from "./guest.ts";

export interface TellingPorts {
  readonly occurrenceId: OccurrenceId;
  readonly guests: ReadonlyMap<string, Guest>;
  readonly stage: () => Stage;
  readonly presence: Presence;
  readonly levels: () => Readonly<Record<SourceId, number>>;
}

/** What the pages of one session are told of its stage, of each other and of their lines. */
export class Telling {
  readonly #ports: TellingPorts;
  readonly #timers: readonly NodeJS.Timeout[];
  #presenceDirty = false;

  constructor(ports: TellingPorts) {
    this.#ports = ports;
    this.#timers = [
      setInterval(() => this.#sayPresence(), 1000),
      setInterval(() => this.#sayLines(), 2000),
      setInterval(() => this.#sayLevels(), 250),
    ];
  }

  /** Tells every page what of the stage it may see has changed. */
  stageChanged(stage: Stage, before: Stage): void {
    const chat = stage.chat === before.chat ? undefined : stage.chat.filter((message) => message.seq > before.seq);
    const patch: Partial<Stage> = { ...changedKeys(before, stage), ...(chat === undefined ? {} : { chat }) };
    if (patch.people !== undefined) this.presenceChanged();
    for (const guest of this.#ports.guests.values()) {
      if (!guest.endpoint.connected) continue;
      const { occurrenceId } = this.#ports;
      if (guest.link.pass.role !== "participant") {
        guest.link.say("stage", { occurrenceId, seq: stage.seq, patch });
        continue;
      }
      const view = participantView(stage, guest.link.pass.id);
      const mine = changedKeys(guest.view, view);
      guest.view = view;
      // What did not change anything that this person may see is not even hinted at.
      if (Object.keys(mine).every((key) => key === "seq")) continue;
      guest.link.say("stage", {
        occurrenceId,
        seq: stage.seq,
        patch: { ...mine, ...(chat === undefined ? {} : { chat }) },
      });
    }
  }

  /** Somebody has come, gone or changed: it is said within the second. */
  presenceChanged(): void {
    this.#presenceDirty = true;
  }

  close(): void {
    for (const timer of this.#timers) clearInterval(timer);
  }

  #staff(): readonly Guest[] {
    return [...this.#ports.guests.values()].filter(
      (guest) => guest.endpoint.connected && guest.link.pass.role !== "participant",
    );
  }

  #sayPresence(): void {
    if (!this.#presenceDirty) return;
    this.#presenceDirty = false;
    const { presence } = this.#ports;
    const stage = this.#ports.stage();
    const members = presence.members();
    const people: PresentPerson[] = members.map((member) => {
      const person = stage.people[member.passId];
      return {
        passId: member.passId,
        name: person?.name ?? "",
        place: person?.place ?? "",
        role: member.role,
        page: member.page,
        roomId: person?.roomId ?? member.roomId,
        state: member.awaySince === null ? "here" : "away",
        since: member.awaySince ?? member.since,
      };
    });
    const present = presence.present().size;
    const away = new Set(
      people
        .filter((person) => person.state === "away" && !presence.isPresent(person.passId))
        .map((person) => person.passId),
    ).size;
    for (const guest of this.#ports.guests.values()) {
      if (!guest.endpoint.connected) continue;
      guest.link.say(
        "presence",
        guest.link.pass.role === "participant" ? { present, away: 0 } : { present, away, people },
      );
    }
  }

  #sayLines(): void {
    const staff = this.#staff();
    if (staff.length === 0) return;
    const stage = this.#ports.stage();
    const lines = [...this.#ports.guests.values()].flatMap((guest) =>
      guest.line === null ? [] : [{ ...guest.line, ...whoIs(guest, stage), connected: guest.endpoint.connected }],
    );
    for (const guest of staff) guest.link.say("lines", lines);
  }

  #sayLevels(): void {
    const consoles = this.#staff().filter((guest) => guest.endpoint.viewer.page === "console");
    if (consoles.length === 0) return;
    const levels = this.#ports.levels();
    for (const guest of consoles) guest.link.say("levels", levels);
  }
}
