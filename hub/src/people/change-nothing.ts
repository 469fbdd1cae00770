import type { Db } from '../database/db.ts'

type Run = <T>(work: (db: Db) => Promise<T>) => Promise<T>

class Undone extends Error {}

/**
 * Runs work and takes back what it wrote. HEAD is answered by the route of GET, some of which record that somebody has
 * read; who asks for the head alone has read nothing, and a safe method changes nothing (RFC 9110 §9.2.1, §9.3.2).
 */
export function changeNothing(run: Run): Run {
  return async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
    const answers: T[] = []
    try {
      await run(async (db) => {
        answers.push(await work(db))
        throw new Undone()
      })
    } catch (error) {
      if (!(error instanceof Undone)) throw error
    }
    return answers[0] as T
  }
}
