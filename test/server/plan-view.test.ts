import { expect, test } from "vitest";
import type { CommandId, PassId } from "../../shared/ids.ts";
import { Plan } from "../../server/plan/plan.ts";
import { ZoneData } from "../../server/plan/zonedata.ts";
import { databasePath, freshStore } from "../support/database.ts";

const by = "organiser" as PassId;
const command = (id: string): { readonly commandId: CommandId } => ({ commandId: id as CommandId });

test("the organiser sees a session after the next clock change by the clock that holds then", async () => {
  const now = Date.parse("2026-10-15T12:00:00Z");
  const plan = await Plan.open(await freshStore(databasePath()), await ZoneData.load(), { now: () => now });
  const conference = await plan.createConference({ ...command("a"), name: "Four Regions" }, by);
  if (!conference.ok) throw new Error(conference.code);
  const start = { wall: "2026-12-01T10:00", zone: "America/Los_Angeles" };
  const created = await plan.createSession(
    {
      ...command("b"),
      conferenceId: conference.value.id,
      title: "Plenary",
      start,
      minutes: 60,
      hostRoomId: null,
      roomIds: [],
    },
    by,
  );
  if (!created.ok) throw new Error(created.code);
  const [session] = plan.view(() => "waiting", [], now).conferences[0]?.sessions ?? [];
  // 10:00 PST is 18:00 UTC; in October the clock there is an hour ahead of that (PDT).
  expect(session?.startsAt).toBe(Date.parse("2026-12-01T18:00:00Z"));
  expect(session?.clock.offset).toBe(-480);
});
