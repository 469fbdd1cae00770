import { expect } from 'vitest'
import type { Visitor } from './visitor.ts'

/** What a page of ours would get, asked with the visitor's own session. */
export async function getAs<T>(visitor: Visitor, path: string): Promise<T> {
  const answer = await visitor.context.request.get(path)
  expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200)
  return (await answer.json()) as T
}
