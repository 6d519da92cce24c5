/** What a person sees of an error: what happened, what is safe, what to do. Empty where there is nothing to say. */
export interface Trouble {
  readonly what: string;
  readonly safe: string;
  readonly act: string;
}

/** A day in numbers: `weekday` 0 is Sunday, `month` 0 is January. */
export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}
