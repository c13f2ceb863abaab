/** Where one line lies in a file. */
export interface LinePlace {
  readonly at: number;
  readonly bytes: number;
}

/**
 * Lines of a file by a 64-bit hash of their keys: a table in typed arrays, of which a million entries take about 50 MB where a Map of their keys
 * would take several hundred. Two keys may share a hash, so that whoever reads a line compares its key.
 */
export class OffsetIndex {
  #slots = 1_024;
  #used = 0;
  /** Two words for each slot. */
  #hashes = new Uint32Array(2 * this.#slots);
  /** Where the line begins, plus one; 0 is an empty slot. */
  #places = new Float64Array(this.#slots);
  #lengths = new Uint32Array(this.#slots);
  /** 1 where somebody has asked for the line. */
  #asked = new Uint8Array(this.#slots);

  /** @param hash 16 hexadecimal digits. Not to be called once lines are asked for */
  add(hash: string, { at, bytes }: LinePlace): void {
    if (2 * (this.#used + 1) > this.#slots) this.#grow();
    this.#put(wordAt(hash, 0), wordAt(hash, 8), at + 1, bytes);
    this.#used += 1;
  }

  /** The lines whose keys may have this hash. */
  *find(hash: string): Generator<LinePlace, void> {
    const [high, low] = [wordAt(hash, 0), wordAt(hash, 8)];
    for (let slot = low % this.#slots; this.#places[slot] !== 0; slot = (slot + 1) % this.#slots) {
      if (this.#hashes[2 * slot] !== high || this.#hashes[2 * slot + 1] !== low) continue;
      this.#asked[slot] = 1;
      yield this.#placeAt(slot);
    }
  }

  /** The lines that nobody has asked for. */
  *unasked(): Generator<LinePlace, void> {
    for (let slot = 0; slot < this.#slots; slot += 1) {
      if (this.#places[slot] !== 0 && this.#asked[slot] === 0) yield this.#placeAt(slot);
    }
  }

  #placeAt(slot: number): LinePlace {
    return { at: (this.#places[slot] ?? 1) - 1, bytes: this.#lengths[slot] ?? 0 };
  }

  #put(high: number, low: number, place: number, bytes: number): void {
    let slot = low % this.#slots;
    while (this.#places[slot] !== 0) slot = (slot + 1) % this.#slots;
    this.#hashes[2 * slot] = high;
    this.#hashes[2 * slot + 1] = low;
    this.#places[slot] = place;
    this.#lengths[slot] = bytes;
  }

  #grow(): void {
    const before = { hashes: this.#hashes, places: this.#places, lengths: this.#lengths };
    this.#slots *= 2;
    this.#hashes = new Uint32Array(2 * this.#slots);
    this.#places = new Float64Array(this.#slots);
    this.#lengths = new Uint32Array(this.#slots);
    this.#asked = new Uint8Array(this.#slots);
    for (const [slot, place] of before.places.entries()) {
      if (place !== 0) this.#put(before.hashes[2 * slot] ?? 0, before.hashes[2 * slot + 1] ?? 0, place, before.lengths[slot] ?? 0);
    }
  }
}

function wordAt(hash: string, at: number): number {
  return Number.parseInt(hash.slice(at, at + 8), 16);
}
