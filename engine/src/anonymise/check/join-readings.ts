/** Kanji of a name and letters of its reading; longer names are not written half and half. */
const KANJI_MAX = 5
const READING_MAX = 10

/** 北ハマ and きた浜 of 北浜 read きたはま: the beginning of one with any ending of the other. */
export function joinReadings(kanji: string, reading: string): readonly string[] {
  const isKanji = /^[\p{Script=Han}ヶケ]{2,}$/u.test(kanji)
  if (!isKanji || kanji.length > KANJI_MAX || reading.length > READING_MAX) return []
  const joined: string[] = []
  for (let at = 1; at < kanji.length; at += 1) {
    for (let from = 1; from < reading.length; from += 1) {
      joined.push(`${kanji.slice(0, at)}${reading.slice(from)}`)
      joined.push(`${reading.slice(0, from)}${kanji.slice(at)}`)
    }
  }
  return joined
}
