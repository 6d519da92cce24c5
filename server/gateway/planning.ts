import { inviteUrl } from "../access/secrets.ts";
import type { OrganiserPlan } from "../../shared/protocol/views.ts";
import type { Handlers } from "./dispatch.ts";
import { unwrap } from "./refusal.ts";
import type { Services } from "./services.ts";

type PlanningHandlers = Pick<
  Handlers,
  | "plan"
  | "createConference"
  | "renameConference"
  | "createRoom"
  | "updateRoom"
  | "createSession"
  | "updateSession"
  | "cancelSession"
  | "createInvite"
  | "revokeInvite"
>;

/** What the organiser's page shows now. */
export function organiserPlan({ plan, access, lives, now }: Services): OrganiserPlan {
  return plan.view(lives.phaseOf, access.invites(), now());
}

/** The organiser's requests: the plan does them, each durable before it is answered. */
export const planningHandlers: PlanningHandlers = {
  async plan(_input, _visitor, services) {
    // Invites made beside the running server are listed as soon as somebody looks.
    await services.access.refresh();
    return organiserPlan(services);
  },
  createConference: async (input, { pass }, { plan }) => unwrap(await plan.createConference(input, pass.id)),
  renameConference: async (input, { pass }, { plan }) => unwrap(await plan.renameConference(input, pass.id)),
  createRoom: async (input, { pass }, { plan }) => unwrap(await plan.createRoom(input, pass.id)),
  updateRoom: async (input, { pass }, { plan }) => unwrap(await plan.updateRoom(input, pass.id)),
  createSession: async (input, { pass }, { plan }) => unwrap(await plan.createSession(input, pass.id)),
  updateSession: async (input, { pass }, { plan, lives }) =>
    unwrap(await plan.updateSession(input, pass.id, lives.phaseOf)),
  cancelSession: async (input, { pass }, { plan, lives }) =>
    unwrap(await plan.cancelSession(input, pass.id, lives.phaseOf)),

  async createInvite(input, { pass }, { access, config }) {
    const { invite, secret } = unwrap(await access.createInvite(input, pass.id));
    return { invite, url: inviteUrl(config.publicUrl, secret) };
  },

  async revokeInvite({ inviteId }, _visitor, { access }) {
    return unwrap(await access.revokeInvite(inviteId));
  },
};
