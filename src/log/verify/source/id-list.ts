const bytesOfId = 16;

/** The ids of a whole log, 16 bytes each, to find repeated ones. */
export class IdList {
  #ids = Buffer.alloc(bytesOfId * 4_096);
  #numbers = new Float64Array(4_096);
  #length = 0;

  /** @param id a UUID; anything else is ignored */
  add(number: number, id: string): void {
    if (this.#length === this.#numbers.length) this.#grow();
    const written = this.#ids.write(id.replaceAll('-', ''), this.#length * bytesOfId, bytesOfId, 'hex');
    if (written !== bytesOfId || id.length !== 36) return;
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  /** The numbers of entries that have the id of an earlier entry. */
  duplicates(): number[] {
    // Chosen ids can make a hash table slow, but not a sort.
    const halves = new BigUint64Array(this.#ids.buffer, this.#ids.byteOffset, 2 * this.#length);
    const firsts = new BigUint64Array(this.#length);
    for (let at = 0; at < this.#length; at++) firsts[at] = halves[2 * at]!;
    firsts.sort();
    const suspect = new Set<bigint>();
    for (let at = 1; at < this.#length; at++) if (firsts[at] === firsts[at - 1]) suspect.add(firsts[at]!);
    return suspect.size === 0 ? [] : this.#confirm(halves, suspect);
  }

  #confirm(halves: BigUint64Array, suspect: ReadonlySet<bigint>): number[] {
    const seen = new Set<string>();
    const duplicates: number[] = [];
    for (let at = 0; at < this.#length; at++) {
      if (!suspect.has(halves[2 * at]!)) continue;
      const id = this.#ids.toString('latin1', at * bytesOfId, (at + 1) * bytesOfId);
      if (seen.has(id)) duplicates.push(this.#numbers[at]!);
      seen.add(id);
    }
    return duplicates;
  }

  #grow(): void {
    const ids = Buffer.alloc(this.#ids.length * 2);
    this.#ids.copy(ids);
    this.#ids = ids;
    const numbers = new Float64Array(this.#numbers.length * 2);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
  }
}
