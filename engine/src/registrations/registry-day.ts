const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Orders in which registries write a day. */
const FORMS: readonly {
  readonly form: RegExp
  readonly toDay: (match: readonly string[]) => string | undefined
}[] = [
  // 2026-06-01T12:34:56Z, 2026/06/01 (JPRS), 2026.06.01 (KR), 2026. 06. 01.
  {
    form: /(?<!\d)(\d{4})[-/.] ?(\d{1,2})[-/.] ?(\d{1,2})(?!\d)/,
    toDay: ([, year, month, day]) => toDay(year, Number(month), day),
  },
  // 2026年6月1日
  {
    form: /(\d{4})年\s?(\d{1,2})月\s?(\d{1,2})日/,
    toDay: ([, year, month, day]) => toDay(year, Number(month), day),
  },
  // 01-Jun-2026, 1 June 2026, 01 Jun 2026 12:00
  {
    form: /(?<!\d)(\d{1,2})[-/. ]([A-Za-z]{3})[A-Za-z]{0,6}[-/. ,]{1,2}(\d{4})(?!\d)/,
    toDay: ([, day, month = '', year]) => toDay(year, toMonth(month), day),
  },
  // Mon Jun  1 12:34:56 UTC 2026, June 1, 2026
  {
    form: /([A-Za-z]{3})[A-Za-z]{0,6}\.? {1,2}(\d{1,2})(?:,|(?: \d{1,2}:\d{2}(?::\d{2})?(?: [A-Z]{2,5})?)?) {1,2}(\d{4})(?!\d)/,
    toDay: ([, month = '', day, year]) => toDay(year, toMonth(month), day),
  },
  // 01.06.2026 (DE, FI, CZ), 01/06/2026 (UK, IT, FR): day first wherever registries write this.
  {
    form: /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/,
    toDay: ([, day, month, year]) => toDay(year, Number(month), day),
  },
  // 20260601
  {
    form: /(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/,
    toDay: ([, year, month, day]) => toDay(year, Number(month), day),
  },
]

/** Characters of one value in which a day is looked for. */
const VALUE_CHARS_MAX = 100

/** The day a registry writes, as `YYYY-MM-DD`; undefined when there is none that the calendar knows. */
export function parseRegistryDay(value: string): string | undefined {
  const text = value.slice(0, VALUE_CHARS_MAX).normalize('NFKC')
  for (const { form, toDay } of FORMS) {
    const match = form.exec(text)
    const day = match === null ? undefined : toDay(match)
    if (day !== undefined) return day
  }
  return undefined
}

function toMonth(name: string): number {
  return MONTHS.indexOf(name.toLowerCase()) + 1
}

function toDay(year: string | undefined, month: number, day: string | undefined) {
  const at = new Date(Date.UTC(Number(year), month - 1, Number(day)))
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === Number(day)
  return isReal && Number(year) >= 1985 ? at.toISOString().slice(0, 10) : undefined
}
