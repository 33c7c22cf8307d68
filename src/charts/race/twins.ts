/** A group of equal units of a layer, found from the class of each unit. */
export interface Twins {
  /** Counted from 0, in order; at least two. */
  readonly units: readonly number[];
}

/** The groups of equal units, ordered by their first unit; a unit without an equal is in none. */
export function twinsOf(classes: readonly number[]): readonly Twins[] {
  const groups = new Map<number, number[]>();
  classes.forEach((each, unit) => {
    const group = groups.get(each);
    if (group === undefined) groups.set(each, [unit]);
    else group.push(unit);
  });
  return [...groups.values()].filter((units) => units.length > 1).map((units) => ({ units }));
}
