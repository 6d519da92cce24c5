import type { JSX } from "preact";
import type { Group, Plan } from "../../../shared/plan/model.ts";
import type { Zones } from "../../../shared/plan/zones.ts";
import { Plate } from "../../ui/plate.tsx";
import type { Board } from "../contract.ts";
import { sessionAddress } from "../reading/address.ts";
import { worstBand } from "../reading/occasion.ts";
import type { Occasion } from "../reading/occasion.ts";
import { linkedNames } from "../reading/linked.ts";
import { Swatch } from "../reading/swatch.tsx";
import { words } from "../reading/words.ts";
import { hoursText, timeIn } from "../times.ts";
import type { Block } from "./layout.ts";
import "./block.css";

export interface Told {
  readonly plan: Plan;
  readonly zones: Zones;
  /** The ruler's zone. */
  readonly zone: string;
  /** Who pays most for it; null: nobody pays. */
  readonly payer: { readonly group: Group; readonly burden: number } | null;
  readonly conflicts: number;
}

interface Props {
  readonly board: Board;
  readonly occasion: Occasion;
  readonly told: Told;
  /** Where it stands on its day; null: in a list. */
  readonly block: Block | null;
}

/** One session: its time, its title, who pays most, who is linked. Opens the session. */
export function SessionBlock({ board, occasion, told, block }: Props): JSX.Element {
  const t = words();
  const { session, occurrence, start, end, nth, of } = occasion;
  const time = start === null ? "" : timeIn(told.zones, told.zone, start);
  const linked = linkedNames(told.plan, occasion);
  const { payer } = told;
  const pays = payer === null ? "" : `${payer.group.name} ${hoursText(payer.burden)}`;
  const rest = block?.isRest === true;
  const full = [
    `${time} ${session.title}`.trim(),
    ...(of > 1 ? [t.nthOf(nth, of)] : []),
    ...(session.state === "firm" ? [] : [t.states[session.state]]),
    t.minutes(session.minutes),
    ...(pays === "" ? [] : [t.pays(pays)]),
    linked,
  ];
  const look = told.conflicts > 0 && (
    <span class="p">
      <Plate look="look">{t.look}</Plate>
    </span>
  );
  const pay = payer !== null && start !== null && end !== null && (
    <span class="p pay-most">
      <Swatch band={worstBand(payer.group, told.zones, start, end)} />
      <span>
        <span class="who">{payer.group.name} </span>
        {hoursText(payer.burden)}
      </span>
    </span>
  );
  return (
    <a
      href={sessionAddress(board, occurrence.id)}
      class={[
        "blk",
        session.state,
        rest ? "rest" : "",
        ...(block === null ? [] : shape(block)),
        told.conflicts > 0 && payer !== null ? "both" : "",
        told.conflicts === 0 ? "calm" : "",
        payer === null ? "free" : "",
      ].join(" ")}
      title={full.filter((part) => part !== "").join(", ")}
      style={
        block === null
          ? {}
          : {
              "--a": String(block.from),
              "--len": String(block.to - block.from),
              "--lane": String(block.lane),
              "--lanes": String(block.lanes),
              "--rows": String(Math.max(1, Math.floor((heightOf(block) - 3) / 16))),
            }
      }
    >
      <span class="in">
        <span class="t">
          {rest ? t.overview.goesOn(session.title) : `${time} ${session.title}`}
          {of > 1 && <small> {t.nthOf(nth, of)}</small>}
          {session.state !== "firm" && <span class="sr">, {t.states[session.state]}</span>}
        </span>
        {look}
        {linked !== "" && <span class="l">{linked}</span>}
        {pay}
      </span>
    </a>
  );
}

/** Pixels of an hour: as the style sheet has them. */
const hour = 40;
const heightOf = ({ from, to }: Block): number => Math.max(19, ((to - from) * hour) / 60);

/** *slim*: one of several side by side. *short*: room for one line. */
const shape = (block: Block): readonly string[] => [
  ...(block.lanes > 1 ? ["slim"] : []),
  ...(heightOf(block) < 35 ? ["short"] : []),
];
