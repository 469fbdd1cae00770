import type { BulletinContent } from './bulletin-content.ts'

/** Everything of a bulletin that is sentences or names for people to read, but its indicators. */
export function listBulletinWords(content: BulletinContent): readonly string[] {
  const { title, summary, arrivedPeriod, techniques, lookalikes, advice } = content
  return [
    ...[title, arrivedPeriod, ...advice].flatMap(({ ja, en }) => [ja, en]),
    ...[...summary.ja, ...summary.en],
    ...techniques.flatMap((one) => [one.title.ja, one.title.en, one.say.ja, one.say.en]),
    ...lookalikes.flatMap(({ genuine, observed }) => [genuine, observed]),
  ]
}
