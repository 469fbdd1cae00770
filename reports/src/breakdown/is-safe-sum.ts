/** Organisations that must have contributed to a published sum (SPEC A-4). Organisations, never mails. */
export const CONTRIBUTORS_MIN = 5
/** The largest contributor's share must stay below this, or the sum is as good as its own figure. */
export const DOMINANCE = 0.6
/** Organisations that could have contributed: of a class of five, "five contributed" names every one of them. */
export const POPULATION_MIN = 10

/** What one class (an industry, a group) contributed: items by organisation, zeros left out, and how many it has. */
export interface ClassContributions {
  readonly items: readonly number[]
  readonly population: number
}

/** May the sum over these classes, which no organisation shares, be printed or be found by subtraction? */
export function isSafeSum(classes: readonly ClassContributions[]): boolean {
  const items = classes.flatMap((one) => one.items)
  const sum = items.reduce((total, one) => total + one, 0)
  const population = classes.reduce((total, one) => total + one.population, 0)
  return (
    items.length >= CONTRIBUTORS_MIN &&
    population >= POPULATION_MIN &&
    Math.max(...items) < DOMINANCE * sum
  )
}
