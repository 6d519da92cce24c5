/** A wall time in a zone and what it is, written down out of compiled zone data (`zdump -v`), not out of our own reckoning. */
export interface ZoneLiteral {
  readonly zone: string;
  readonly city: string;
  /** "YYYY-MM-DDTHH:MM". */
  readonly wall: string;
  readonly kind: "unique" | "gap" | "fold";
  /** Unique: when it is. Fold: both times, the earlier first. Gap: when the clocks go forward over it. */
  readonly instants: readonly [string] | readonly [string, string];
  /** Minutes east of UTC, of each instant; for a gap those before and after. */
  readonly offsets: readonly [number] | readonly [number, number];
  /** The release of the zone data that says so. */
  readonly version: string;
}

/** The release that all of these were read out of. */
export const literalVersion = "2026f";

type Place = readonly [zone: string, city: string];
const losAngeles: Place = ["America/Los_Angeles", "Los Angeles"];
const berlin: Place = ["Europe/Berlin", "Berlin"];
const cairo: Place = ["Africa/Cairo", "Cairo"];
const sydney: Place = ["Australia/Sydney", "Sydney"];
const santiago: Place = ["America/Santiago", "Santiago"];
const lordHowe: Place = ["Australia/Lord_Howe", "Lord Howe"];
const apia: Place = ["Pacific/Apia", "Apia"];
const kathmandu: Place = ["Asia/Kathmandu", "Kathmandu"];
const casablanca: Place = ["Africa/Casablanca", "Casablanca"];
const winnipeg: Place = ["America/Winnipeg", "Winnipeg"];
const havana: Place = ["America/Havana", "Havana"];
const inuvik: Place = ["America/Inuvik", "Inuvik"];
const durban: Place = ["Africa/Johannesburg", "Durban"];
const chennai: Place = ["Asia/Kolkata", "Chennai"];

const version = literalVersion;
const unique = ([zone, city]: Place, wall: string, instant: string, offset: number): ZoneLiteral => ({
  zone,
  city,
  wall,
  kind: "unique",
  instants: [instant],
  offsets: [offset],
  version,
});
const gap = ([zone, city]: Place, wall: string, at: string, before: number, after: number): ZoneLiteral => ({
  zone,
  city,
  wall,
  kind: "gap",
  instants: [at],
  offsets: [before, after],
  version,
});
const fold = (
  [zone, city]: Place,
  wall: string,
  instants: readonly [string, string],
  offsets: readonly [number, number],
): ZoneLiteral => ({ zone, city, wall, kind: "fold", instants, offsets, version });

export const zoneLiterals: readonly ZoneLiteral[] = [
  unique(losAngeles, "2026-01-15T09:00", "2026-01-15T17:00:00Z", -480),
  unique(losAngeles, "2026-07-15T09:00", "2026-07-15T16:00:00Z", -420),
  unique(losAngeles, "2026-03-08T01:59", "2026-03-08T09:59:00Z", -480),
  gap(losAngeles, "2026-03-08T02:00", "2026-03-08T10:00:00Z", -480, -420),
  gap(losAngeles, "2026-03-08T02:30", "2026-03-08T10:00:00Z", -480, -420),
  unique(losAngeles, "2026-03-08T03:00", "2026-03-08T10:00:00Z", -420),
  unique(losAngeles, "2026-11-01T00:59", "2026-11-01T07:59:00Z", -420),
  fold(losAngeles, "2026-11-01T01:00", ["2026-11-01T08:00:00Z", "2026-11-01T09:00:00Z"], [-420, -480]),
  fold(losAngeles, "2026-11-01T01:30", ["2026-11-01T08:30:00Z", "2026-11-01T09:30:00Z"], [-420, -480]),
  unique(losAngeles, "2026-11-01T02:00", "2026-11-01T10:00:00Z", -480),

  gap(berlin, "2026-03-29T02:30", "2026-03-29T01:00:00Z", 60, 120),
  unique(berlin, "2026-03-29T03:00", "2026-03-29T01:00:00Z", 120),
  fold(berlin, "2026-10-25T02:30", ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"], [120, 60]),
  unique(berlin, "2026-10-25T03:00", "2026-10-25T02:00:00Z", 60),

  // Midnight is the hour that is not there, and the one before it the hour that comes twice.
  unique(cairo, "2026-04-23T23:59", "2026-04-23T21:59:00Z", 120),
  gap(cairo, "2026-04-24T00:00", "2026-04-23T22:00:00Z", 120, 180),
  gap(cairo, "2026-04-24T00:30", "2026-04-23T22:00:00Z", 120, 180),
  unique(cairo, "2026-04-24T01:00", "2026-04-23T22:00:00Z", 180),
  fold(cairo, "2026-10-29T23:30", ["2026-10-29T20:30:00Z", "2026-10-29T21:30:00Z"], [180, 120]),
  unique(cairo, "2026-10-30T00:00", "2026-10-29T22:00:00Z", 120),

  gap(sydney, "2026-10-04T02:30", "2026-10-03T16:00:00Z", 600, 660),
  fold(sydney, "2026-04-05T02:30", ["2026-04-04T15:30:00Z", "2026-04-04T16:30:00Z"], [660, 600]),
  unique(sydney, "2026-04-05T03:00", "2026-04-04T17:00:00Z", 600),

  gap(santiago, "2026-09-06T00:00", "2026-09-06T04:00:00Z", -240, -180),
  gap(santiago, "2026-09-06T00:30", "2026-09-06T04:00:00Z", -240, -180),
  unique(santiago, "2026-09-06T01:00", "2026-09-06T04:00:00Z", -180),
  fold(santiago, "2026-04-04T23:30", ["2026-04-05T02:30:00Z", "2026-04-05T03:30:00Z"], [-180, -240]),
  unique(santiago, "2026-04-05T00:00", "2026-04-05T04:00:00Z", -240),

  // Half an hour only.
  unique(lordHowe, "2026-10-04T01:59", "2026-10-03T15:29:00Z", 630),
  gap(lordHowe, "2026-10-04T02:15", "2026-10-03T15:30:00Z", 630, 660),
  unique(lordHowe, "2026-10-04T02:30", "2026-10-03T15:30:00Z", 660),
  unique(lordHowe, "2026-04-05T01:29", "2026-04-04T14:29:00Z", 660),
  fold(lordHowe, "2026-04-05T01:30", ["2026-04-04T14:30:00Z", "2026-04-04T15:00:00Z"], [660, 630]),
  fold(lordHowe, "2026-04-05T01:45", ["2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z"], [660, 630]),
  unique(lordHowe, "2026-04-05T02:00", "2026-04-04T15:30:00Z", 630),

  // 30 December 2011 never was.
  unique(apia, "2011-12-29T23:59", "2011-12-30T09:59:00Z", -600),
  gap(apia, "2011-12-30T00:00", "2011-12-30T10:00:00Z", -600, 840),
  gap(apia, "2011-12-30T12:00", "2011-12-30T10:00:00Z", -600, 840),
  gap(apia, "2011-12-30T23:59", "2011-12-30T10:00:00Z", -600, 840),
  unique(apia, "2011-12-31T00:00", "2011-12-30T10:00:00Z", 840),

  unique(kathmandu, "2026-10-01T09:00", "2026-10-01T03:15:00Z", 345),
  unique(kathmandu, "2026-10-01T00:00", "2026-09-30T18:15:00Z", 345),
  unique(kathmandu, "1985-12-31T23:59", "1985-12-31T18:29:00Z", 330),
  gap(kathmandu, "1986-01-01T00:10", "1985-12-31T18:30:00Z", 330, 345),
  unique(kathmandu, "1986-01-01T00:15", "1985-12-31T18:30:00Z", 345),

  // Ramadan: an hour back on 15 February and on again on 22 March.
  unique(casablanca, "2026-02-14T20:00", "2026-02-14T19:00:00Z", 60),
  fold(casablanca, "2026-02-15T02:30", ["2026-02-15T01:30:00Z", "2026-02-15T02:30:00Z"], [60, 0]),
  unique(casablanca, "2026-03-01T20:00", "2026-03-01T20:00:00Z", 0),
  gap(casablanca, "2026-03-22T02:30", "2026-03-22T02:00:00Z", 0, 60),
  unique(casablanca, "2026-03-22T03:00", "2026-03-22T02:00:00Z", 60),

  // No more winter time: the clocks stay on 1 November 2026.
  unique(winnipeg, "2026-11-01T01:30", "2026-11-01T06:30:00Z", -300),
  unique(winnipeg, "2026-12-15T09:00", "2026-12-15T14:00:00Z", -300),
  unique(winnipeg, "2027-03-14T02:30", "2027-03-14T07:30:00Z", -300),
  unique(havana, "2026-11-01T00:30", "2026-11-01T04:30:00Z", -240),
  unique(havana, "2026-12-15T09:00", "2026-12-15T13:00:00Z", -240),
  gap(havana, "2026-03-08T00:30", "2026-03-08T05:00:00Z", -300, -240),
  fold(havana, "2027-11-07T00:00", ["2027-11-07T04:00:00Z", "2027-11-07T05:00:00Z"], [-240, -300]),
  unique(inuvik, "2026-12-15T09:00", "2026-12-15T15:00:00Z", -360),

  unique(durban, "2026-10-01T00:00", "2026-09-30T22:00:00Z", 120),
  unique(durban, "2028-02-29T23:59", "2028-02-29T21:59:00Z", 120),
  unique(chennai, "2026-10-01T00:00", "2026-09-30T18:30:00Z", 330),
];

/** A session across a change of the clocks: it takes its real minutes, and ends at another wall time than they add up to. */
export interface Crossing {
  readonly zone: string;
  readonly city: string;
  readonly from: string;
  readonly minutes: number;
  readonly to: string;
  /** The first and the last instant. */
  readonly instants: readonly [string, string];
  readonly version: string;
}

const crossing = (
  [zone, city]: Place,
  from: string,
  minutes: number,
  to: string,
  instants: readonly [string, string],
): Crossing => ({ zone, city, from, minutes, to, instants, version });

export const crossings: readonly Crossing[] = [
  crossing(losAngeles, "2026-03-08T01:30", 60, "2026-03-08T03:30", ["2026-03-08T09:30:00Z", "2026-03-08T10:30:00Z"]),
  crossing(losAngeles, "2026-11-01T00:30", 180, "2026-11-01T02:30", ["2026-11-01T07:30:00Z", "2026-11-01T10:30:00Z"]),
  crossing(berlin, "2026-03-29T01:00", 90, "2026-03-29T03:30", ["2026-03-29T00:00:00Z", "2026-03-29T01:30:00Z"]),
  crossing(berlin, "2026-10-25T01:00", 180, "2026-10-25T03:00", ["2026-10-24T23:00:00Z", "2026-10-25T02:00:00Z"]),
  crossing(cairo, "2026-04-23T23:30", 60, "2026-04-24T01:30", ["2026-04-23T21:30:00Z", "2026-04-23T22:30:00Z"]),
  crossing(cairo, "2026-10-29T22:00", 180, "2026-10-30T00:00", ["2026-10-29T19:00:00Z", "2026-10-29T22:00:00Z"]),
  crossing(lordHowe, "2026-10-04T01:45", 30, "2026-10-04T02:45", ["2026-10-03T15:15:00Z", "2026-10-03T15:45:00Z"]),
  crossing(lordHowe, "2026-04-05T01:00", 90, "2026-04-05T02:00", ["2026-04-04T14:00:00Z", "2026-04-04T15:30:00Z"]),
  crossing(apia, "2011-12-29T23:30", 60, "2011-12-31T00:30", ["2011-12-30T09:30:00Z", "2011-12-30T10:30:00Z"]),
  crossing(durban, "2026-10-01T23:30", 60, "2026-10-02T00:30", ["2026-10-01T21:30:00Z", "2026-10-01T22:30:00Z"]),
];
