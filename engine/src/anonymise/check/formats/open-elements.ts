/** Elements of XML that are open: each must be closed by the next end tag, and there must be one (XML 1.0 §2.1). */
export class OpenElements {
  readonly #names: string[] = []
  #hasRoot = false
  #isCrossed = false

  open(name: string, closes: boolean): void {
    this.#hasRoot = true
    if (!closes) this.#names.push(name)
  }

  close(name: string): void {
    if (this.#names.pop() !== name) this.#isCrossed = true
  }

  get isBalanced(): boolean {
    return this.#hasRoot && !this.#isCrossed && this.#names.length === 0
  }
}
