/**
 * What stands under a key in a record whose keys come from outside; undefined if nothing was put there. Indexing alone
 * would find `constructor` and the like in every object.
 */
export function at<Value>(record: Readonly<Partial<Record<string, Value>>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
