import { batch, effect, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { applyChanges } from "../../shared/plan/edits/apply.ts";
import type { Edit } from "../../shared/plan/model.ts";
import { readZones } from "../../shared/plan/zones.ts";
import type { PackedZones, Zones } from "../../shared/plan/zones.ts";
import type { EditsNotice, PlannerView } from "../../shared/protocol/planner.ts";
import type { Connection } from "../session/contract.ts";

/** How many of the newest edits the page keeps, as the server sends them. */
const journalLength = 50;
const noZones: PackedZones = { version: "", zones: [], links: [] };

/** This page's copy of the draft. */
export interface DraftCopy {
  /** Null until it is there. */
  readonly view: ReadonlySignal<PlannerView | null>;
  readonly zones: ReadonlySignal<Zones>;
  /** It could not be fetched: what was thrown. */
  readonly failure: ReadonlySignal<unknown>;
}

/** Follows the server's draft: the whole at each opening of the line, then every edit in the order of its number. */
export function followDraft(connection: Connection): DraftCopy {
  const view = signal<PlannerView | null>(null);
  const zones = signal<Zones>(readZones(noZones));
  const failure = signal<unknown>(null);
  /** Edits that came while the whole was on its way, or out of order. */
  let waiting: EditsNotice[] = [];
  let fetching = false;
  let again = false;

  // After every lost line: what happened meanwhile was told to nobody.
  effect(() => {
    if (connection.welcome.value !== null) void fetchWhole();
  });
  connection.on("edits", (notice) => {
    waiting.push(notice);
    if (!fetching) catchUp();
  });
  connection.on("phases", (phases) => {
    const { value } = view;
    if (value !== null) view.value = { ...value, phases };
  });

  async function fetchWhole(): Promise<void> {
    if (fetching) {
      again = true;
      return;
    }
    fetching = true;
    try {
      const whole = await connection.call("planner", {});
      batch(() => {
        zones.value = readZones(whole.zones);
        view.value = whole;
        failure.value = null;
      });
    } catch (error) {
      failure.value = error;
      waiting = [];
    }
    fetching = false;
    if (again) {
      again = false;
      await fetchWhole();
    } else catchUp();
  }

  function catchUp(): void {
    const { value } = view;
    if (value === null) return;
    const notices = waiting;
    waiting = [];
    const next = notices.reduce<PlannerView | null>(
      (whole, notice) => (whole === null ? null : grown(whole, notice)),
      value,
    );
    // A hole: something was not told. The whole says all of it.
    if (next === null) void fetchWhole();
    else if (next !== value) {
      batch(() => {
        if (next.zones !== value.zones) zones.value = readZones(next.zones);
        view.value = next;
      });
    }
  }

  return { view, zones, failure };
}

/** The view after a notice; null: edits between are missing, or the zone data is another. */
function grown(view: PlannerView, notice: EditsNotice): PlannerView | null {
  const fresh = notice.edits.filter(({ seq }) => seq > view.seq);
  const rest = { drafts: notice.drafts, mine: notice.mine, own: notice.own };
  if (fresh.length === 0) return { ...view, ...rest };
  if (notice.zones.version !== view.zones.version && notice.zones.zones.length > 0) return null;
  if (fresh.some(({ seq }, index) => seq !== view.seq + 1 + index)) return null;
  return {
    ...view,
    ...rest,
    seq: view.seq + fresh.length,
    plan: fresh.reduce((plan, edit) => applyChanges(plan, edit.changes), view.plan),
    zones: withZones(view.zones, notice.zones),
    journal: [...fresh.map(named).reverse(), ...view.journal].slice(0, journalLength),
  };
}

const named = ({ seq, at, author, command, subject }: Edit) => ({ seq, at, author, command, subject });

/** The same object where nothing is new: zones are read again only for new data. */
function withZones(known: PackedZones, more: PackedZones): PackedZones {
  const zones = more.zones.filter((packed) => !known.zones.includes(packed));
  const links = more.links.filter((link) => !known.links.includes(link));
  if (zones.length === 0 && links.length === 0) return known;
  return { version: known.version, zones: [...known.zones, ...zones], links: [...known.links, ...links] };
}
