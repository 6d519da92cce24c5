/** Weighted hours in quarters, as they stand beside a group: "2¼", "0". */
export function quarters(burden: number): string {
  const all = Math.round(burden * 4);
  const whole = Math.floor(all / 4);
  const part = ["", "¼", "½", "¾"][all - whole * 4] ?? "";
  return whole === 0 && part !== "" ? part : `${whole}${part}`;
}

/** "an hour of burden", "2¼ hours": one, or more than one? Up to one whole hour is one. */
export function isOne(burden: number): boolean {
  const all = Math.round(burden * 4);
  return all > 0 && all <= 4;
}

/** Minutes after midnight as a clock shows them: "09:00". */
export function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const ofDay = ((minutes % 1440) + 1440) % 1440;
  return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}

/** An offset from UTC in minutes: "UTC", "UTC−7", "UTC+5:30". */
export function utcOffset(minutes: number): string {
  if (minutes === 0) return "UTC";
  const size = Math.abs(minutes);
  const rest = size % 60;
  return `UTC${minutes < 0 ? "−" : "+"}${Math.floor(size / 60)}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}
