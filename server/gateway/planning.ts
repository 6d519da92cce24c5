import { inviteUrl } from "../access/secrets.ts";
import type { OrganiserPlan } from "../../shared/protocol/views.ts";
import type { Handlers } from "./dispatch.ts";
import { unwrap } from "./refusal.ts";
import type { Services } from "./services.ts";

type PlanningHandlers = Pick<Handlers, "plan" | "createInvite" | "createToken" | "revokeInvite">;

/** What the organiser's page shows now. */
export function organiserPlan({ plan, access, lives, now }: Services): OrganiserPlan {
  return plan.view(lives.phaseOf, access.invites(), now());
}

/** The requests of the organiser's page: each durable before it is answered. */
export const planningHandlers: PlanningHandlers = {
  async plan(_input, visitor, services) {
    visitor.organises = true;
    // Invites made beside the running server are listed as soon as somebody looks.
    await services.access.refresh();
    return organiserPlan(services);
  },
  async createInvite(input, { pass }, { access, config }) {
    const { invite, secret } = unwrap(await access.createInvite(input, pass.id));
    return { invite, url: inviteUrl(config.publicUrl, secret) };
  },

  async createToken(input, { pass }, { access }) {
    return unwrap(await access.createToken(input, pass.id));
  },

  async revokeInvite({ inviteId }, _visitor, { access }) {
    return unwrap(await access.revokeInvite(inviteId));
  },
};
