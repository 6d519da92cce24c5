import type { PlanFile } from "../../shared/plan/model.ts";
import { planFile } from "../../shared/plan/file.ts";
import { conferenceId, planWith } from "./planmaker.ts";
import type { GivenPlan } from "./planmaker.ts";

// As large a conference as the planner must carry: 20 rooms and 20 remote groups in 12 zones, 150 sessions on five days.

const places = [
  ["Los Angeles", "America/Los_Angeles"],
  ["San Salvador", "America/El_Salvador"],
  ["Lima", "America/Lima"],
  ["Santiago", "America/Santiago"],
  ["Dakar", "Africa/Dakar"],
  ["Berlin", "Europe/Berlin"],
  ["Durban", "Africa/Johannesburg"],
  ["Nairobi", "Africa/Nairobi"],
  ["Chennai", "Asia/Kolkata"],
  ["Kathmandu", "Asia/Kathmandu"],
  ["Manila", "Asia/Manila"],
  ["Sydney", "Australia/Sydney"],
] as const;

const subjects = [
  "Wages and hours",
  "Migration and work",
  "Women on the line",
  "Reports from the regions",
  "Health and safety",
  "Press and publications",
  "Drafting",
  "The fund",
] as const;

const placeAt = (i: number) => places[i % places.length] ?? places[0];
const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

/** Days from Wednesday 8 to Sunday 12 January 2020, each with six times and five sessions at each, in the hosts' mornings to evenings. */
export function bigPlan(): PlanFile {
  const rooms: Record<string, NonNullable<GivenPlan["rooms"]>[string]> = {};
  const groups: Record<string, NonNullable<GivenPlan["groups"]>[string]> = {};
  const sessions: Record<string, NonNullable<GivenPlan["sessions"]>[string]> = {};
  for (const i of range(20)) {
    const [city, zone] = placeAt(i);
    rooms[`room-${i}`] = { name: i < places.length ? city : `${city}, hall 2`, city, zone, setUp: 15, turnRound: 15 };
    const [remoteCity, remoteZone] = placeAt(i * 5 + 3);
    groups[`group-${i}`] = { name: `Around ${remoteCity} ${i + 1}`, city: remoteCity, zone: remoteZone, people: 5 + i };
  }
  const hours = ["08:30", "10:00", "11:30", "13:30", "15:00", "17:00"] as const;
  for (const i of range(150)) {
    const day = 8 + Math.floor(i / 30);
    const slot = Math.floor((i % 30) / 5);
    const host = (i * 4 + slot) % 20;
    const links = [`room-${(host + 7) % 20}`, `group-${i % 20}`, `group-${(i + 9) % 20}`];
    sessions[`session-${i}`] = {
      title: `${subjects[i % subjects.length] ?? ""} ${i + 1}`,
      state: i % 7 === 0 ? "tentative" : i % 11 === 0 ? "idea" : "firm",
      minutes: [45, 60, 60, 90][i % 4] ?? 60,
      in: `room-${host}`,
      at: `2020-01-${String(day).padStart(2, "0")}T${hours[slot] ?? "09:00"}`,
      links,
    };
  }
  const conference = { name: "Twenty rooms", firstDay: "2020-01-08", lastDay: "2020-01-12" };
  return planFile(planWith({ conference, rooms, groups, sessions }), conferenceId);
}
