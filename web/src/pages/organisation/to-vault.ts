/** Lines as they were typed or pasted: trimmed, without empty ones, each once. */
export function splitLines(text: string, separators = /[\n,、]/): string[] {
  const lines = text.split(separators).map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== ''))]
}
