/** Units of a layer that are one and the same, from the class of every unit. */
export interface Twins {
  /** Counted from 0, in order; two at least. */
  readonly units: readonly number[];
}

/** The groups of equal units, by their first one; units like no other belong to none. */
export function twinsOf(classes: readonly number[]): readonly Twins[] {
  const groups = new Map<number, number[]>();
  classes.forEach((each, unit) => {
    const group = groups.get(each);
    if (group === undefined) groups.set(each, [unit]);
    else group.push(unit);
  });
  return [...groups.values()].filter((units) => units.length > 1).map((units) => ({ units }));
}
