import type { z } from 'zod'

/** Element that exists only when the canary was read as markup. */
export const CANARY_ELEMENT = 'noroshi-canary'

/** Acts as text of HTML, attributes, comments, scripts, addresses, templates and spreadsheets. */
export const POLYGLOT = `=1+1'"--></style></title></textarea><${CANARY_ELEMENT}><img src=x onerror="top.noroshiRan=1"><svg/onload=top.noroshiRan=2>{{7*7}}\${top.noroshiRan=3}javascript:top.noroshiRan=4`
/** For fields that hold little. */
const SHORT = `"><${CANARY_ELEMENT}>`

interface Inner {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly element?: z.ZodType
  readonly innerType?: z.ZodType
  readonly valueType?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly out?: z.ZodType
  readonly left?: z.ZodType
  readonly right?: z.ZodType
}

const innerOf = (schema: z.ZodType): Inner => schema._zod.def as unknown as Inner

/** The value with the canary behind every text that its schema lets be any text; what has a form keeps it. */
export function poisonText(schema: z.ZodType, value: unknown): unknown {
  const inner = innerOf(schema)
  if (value === undefined || value === null) return value
  if (inner.type === 'string') return poisonString(schema, value)
  if (inner.type === 'object' && inner.shape !== undefined) {
    const { shape } = inner
    return mapFields(value, (name, field) =>
      shape[name] === undefined ? field : poisonText(shape[name], field),
    )
  }
  if (inner.type === 'record' && inner.valueType !== undefined) {
    const { valueType } = inner
    return mapFields(value, (_, field) => poisonText(valueType, field))
  }
  if (inner.type === 'array' && inner.element !== undefined && Array.isArray(value)) {
    const { element } = inner
    return value.map((each) => poisonText(element, each))
  }
  if (inner.type === 'union') {
    const option = inner.options?.find((each) => each.safeParse(value).success)
    return option === undefined ? value : poisonText(option, value)
  }
  if (inner.type === 'intersection' && inner.left !== undefined && inner.right !== undefined) {
    return poisonText(inner.right, poisonText(inner.left, value))
  }
  const next = inner.innerType ?? inner.out
  return next === undefined ? value : poisonText(next, value)
}

function poisonString(schema: z.ZodType, value: unknown): unknown {
  const poisoned = [`${value}${POLYGLOT}`, POLYGLOT, `${value}${SHORT}`, SHORT]
  return poisoned.find((text) => schema.safeParse(text).data === text) ?? value
}

function mapFields(value: unknown, change: (name: string, field: unknown) => unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, change(name, field)]),
  )
}
