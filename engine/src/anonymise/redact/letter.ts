/** `as-letters` also reads 0 as o, 1 and l as i, 3 as e, and `rn` as m: how look-alikes are made. */
export type Digits = 'as-digits' | 'as-letters'
