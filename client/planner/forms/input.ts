/** The same type with nothing readonly. */
type Open<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends readonly [infer First, infer Second]
    ? [Open<First>, Open<Second>]
    : Value extends readonly (infer Item)[]
      ? Open<Item>[]
      : { -readonly [Key in keyof Value]: Open<Value[Key]> };

/** A thing of the plan as a command takes it: the schemas' inputs know no `readonly`, and nobody writes into them. */
export const asInput = <Value>(value: Value): Open<Value> => value as Open<Value>;
