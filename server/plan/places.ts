import type { CityData } from "city-timezones";
import type { Instant } from "../../shared/ids.ts";
import type { Place } from "../../shared/protocol/views.ts";
import type { ZoneData } from "./zonedata.ts";

/** How many places a search gives. */
const most = 8;

/** Names that people use and the table does not have: the other name, and the city's name in the table with its country. */
const aliases: readonly (readonly [alias: string, city: string, iso2: string])[] = [
  ["Bangalore", "Bengaluru", "IN"],
  ["Bombay", "Mumbai", "IN"],
  ["Calcutta", "Kolkata", "IN"],
  ["Cochin", "Kochi", "IN"],
  ["Gqeberha", "Port Elizabeth", "ZA"],
  ["Kiev", "Kyiv", "UA"],
  ["Madras", "Chennai", "IN"],
  ["Mysore", "Mysuru", "IN"],
  ["Peking", "Beijing", "CN"],
  ["Puducherry", "Pondicherry", "IN"],
  ["Saigon", "Ho Chi Minh City", "VN"],
  ["Trivandrum", "Thiruvananthapuram", "IN"],
  ["Tshwane", "Pretoria", "ZA"],
  ["Yangon", "Rangoon", "MM"],
];

interface City {
  /** In plain lower case letters: what a query is compared with. */
  readonly keys: readonly string[];
  readonly city: string;
  readonly region: string;
  readonly country: string;
  readonly zone: string;
  readonly population: number;
}

/** Finds cities by the beginning of their names, with their zones: people know Durban, not Africa/Johannesburg. */
export class PlaceSearch {
  readonly #zones: ZoneData;
  /** Read when somebody first searches; the table takes some megabytes. Largest first. */
  #cities: Promise<readonly City[]> | null = null;

  constructor(zones: ZoneData) {
    this.#zones = zones;
  }

  /** Up to eight places, the largest first. Accents and case of the query do not matter. */
  async search(query: string, now: Instant): Promise<readonly Place[]> {
    const start = plain(query);
    if (start === "") return [];
    this.#cities ??= readCities();
    const places: Place[] = [];
    for (const city of await this.#cities) {
      if (!city.keys.some((key) => key.startsWith(start))) continue;
      const clock = this.#zones.clockOf(city.zone, city.city, now);
      if (clock !== null) places.push({ city: city.city, region: city.region, country: city.country, clock });
      if (places.length === most) break;
    }
    return places;
  }
}

async function readCities(): Promise<readonly City[]> {
  const { cityMapping } = await import("city-timezones");
  return cityMapping
    .filter((row) => row.timezone)
    .map(cityOf)
    .sort((a, b) => b.population - a.population);
}

function cityOf(row: CityData): City {
  const others = aliases.filter(([, city, iso2]) => row.city === city && row.iso2 === iso2).map(([alias]) => alias);
  return {
    keys: [...new Set([row.city, row.city_ascii, ...others].map(plain))],
    city: row.city,
    region: row.province,
    country: row.country,
    zone: row.timezone,
    population: row.pop,
  };
}

/** "São Paulo" → "sao paulo": letters are taken apart (Unicode NFD) and their marks dropped. */
function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .trim();
}
