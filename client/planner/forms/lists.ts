/** The list with another item at a place. */
export const replaced = <Item>(list: readonly Item[], index: number, item: Item): readonly Item[] =>
  list.map((each, i) => (i === index ? item : each));

/** The list without the item at a place. */
export const without = <Item>(list: readonly Item[], index: number): readonly Item[] =>
  list.filter((_, i) => i !== index);

/** Lines or parts between commas, trimmed; empty ones are none. */
export const partsOf = (text: string): readonly string[] =>
  text
    .split(/[\n,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
