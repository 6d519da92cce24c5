import type { Done } from "../../shared/protocol/commands.ts";
import type { StageCommandName } from "../../shared/protocol/table.ts";
import type { StageCommand } from "../../shared/stage/commands.ts";
import type { CommandId } from "../../shared/ids.ts";
import type { Handlers } from "./dispatch.ts";
import { Refused, unwrap } from "./refusal.ts";
import { attachedTo } from "./session.ts";
import type { Visitor } from "./visitor.ts";

/** What every stage command carries beside its own fields. */
interface Envelope {
  readonly commandId: CommandId;
  readonly baseSeq?: number | undefined;
}

/** The table's schema of a command without its envelope is the command of `decide`: the compiler holds them together here. */
async function run(type: StageCommandName, input: Envelope & object, visitor: Visitor): Promise<Done> {
  const { live } = attachedTo(visitor);
  const { commandId, baseSeq, ...fields } = input;
  const command = { type, ...fields } as StageCommand;
  return unwrap(await live.runner.execute(command, () => live.actor(visitor.pass), { commandId, baseSeq }));
}

/** One stage command: parsed by the table, decided by the stage. */
const command = (type: StageCommandName) => (input: Envelope & object, visitor: Visitor) => run(type, input, visitor);

export const commandHandlers: Pick<Handlers, StageCommandName> = {
  introduce: command("introduce"),
  raiseHand: command("raiseHand"),
  lowerHand: command("lowerHand"),
  typeHand: command("typeHand"),
  moveInQueue: command("moveInQueue"),
  callNext: command("callNext"),
  call: command("call"),
  callPerson: command("callPerson"),
  skip: command("skip"),
  reportMicrophone: command("reportMicrophone"),
  makeReady: command("makeReady"),
  decline: command("decline"),
  yieldFloor: command("yieldFloor"),
  withdrawFloor: command("withdrawFloor"),
  openRoom: command("openRoom"),
  closeRoom: command("closeRoom"),
  openMic: command("openMic"),
  closeMic: command("closeMic"),
  mute: command("mute"),
  unmute: command("unmute"),
  take: command("take"),
  followProgram: command("followProgram"),
  remove: command("remove"),
  openSession(input, visitor, { plan }) {
    // Pages may still be in what a release has taken from the schedule; nobody else would find it.
    if (plan.occurrence(attachedTo(visitor).live.occurrenceId) === null) throw new Refused("not-found");
    return run("openSession", input, visitor);
  },
  endSession: command("endSession"),
  setFormat: command("setFormat"),
  setSpeakingTime: command("setSpeakingTime"),
  giveDesk: command("giveDesk"),
  takeDesk: command("takeDesk"),
  say: command("say"),
  deleteMessage: command("deleteMessage"),
  switchChat: command("switchChat"),
};
