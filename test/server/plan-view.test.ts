import { expect, test } from "vitest";
import { openPlanning } from "../support/plans.ts";

const now = Date.parse("2026-10-15T12:00:00Z");

test("the organiser sees a session after the next clock change by the clock that holds then", async () => {
  const { plan, edit, release, phaseOf } = await openPlanning(() => now);
  const { id: conferenceId } = await edit("createConference", { name: "Four Regions" });
  const start = { wall: "2026-12-01T10:00", zone: "America/Los_Angeles" };
  await edit("createSession", { conferenceId, title: "Plenary", start, minutes: 60 });
  await release(conferenceId);
  const [session] = plan.view(phaseOf, [], now).conferences[0]?.sessions ?? [];
  // 10:00 PST is 18:00 UTC; in October the clock there is an hour ahead of that (PDT).
  expect(session?.startsAt).toBe(Date.parse("2026-12-01T18:00:00Z"));
  expect(session?.clock.offset).toBe(-480);
});

test("the organiser sees rooms, groups and the state of the draft, and sessions as they were released", async () => {
  const { plan, edit, release, phaseOf } = await openPlanning(() => now);
  const { id: conferenceId } = await edit("createConference", { name: "Four Regions" });
  const view = () => plan.view(phaseOf, [], now).conferences[0];
  expect(view()).toMatchObject({ draft: { latest: null }, rooms: [], groups: [], sessions: [] });
  const start = { wall: "2026-12-01T10:00", zone: "Africa/Nairobi" };
  const { sessionId } = await edit("createSession", { conferenceId, title: "Plenary", start, minutes: 60 });
  expect(view()?.sessions).toEqual([]);
  await release(conferenceId);
  await edit("createRoom", { conferenceId, name: "Hall", city: "Durban", zone: "Africa/Johannesburg" });
  const place = { city: "Nairobi", zone: "Africa/Nairobi" };
  const { id: groupId } = await edit("createGroup", { conferenceId, name: "Nairobi by telephone", ...place });
  await edit("updateSession", { sessionId, set: { title: "Another title" } });
  expect(view()).toMatchObject({
    draft: { latest: { number: 1, at: now, author: "Scheduler, Thabo" } },
    rooms: [{ name: "Hall", venue: "Hall" }],
    // Not the room's audience.
    groups: [{ id: groupId, name: "Nairobi by telephone" }],
    sessions: [{ title: "Plenary" }],
  });
  expect(view()?.draft.changed).toBeGreaterThanOrEqual(3);
  await edit("updateSession", { sessionId, set: { state: "cancelled" } });
  await release(conferenceId);
  expect(view()).toMatchObject({ draft: { latest: { number: 2 }, changed: 0 }, sessions: [] });
});
