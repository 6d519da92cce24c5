import type { ConferenceId } from "../../shared/ids.ts";

/** The conference that was looked at last in this tab: the organiser's page and the planner show the same one. */
const key = "crossroom.planner.conference";

export const lastConference = (): ConferenceId | null => sessionStorage.getItem(key) as ConferenceId | null;

export const keepConference = (id: ConferenceId): void => sessionStorage.setItem(key, id);
