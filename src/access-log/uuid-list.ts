/** PostgreSQL's number for the type uuid, and a UUID's bytes. */
const [uuidType, uuidLength] = [2950, 16];
/** Words of the binary form: one dimension, no nulls, the type; how many elements, and the first one's index. */
const headLength = 5 * 4;
const elementLength = 4 + uuidLength;

/**
 * A parameter of the type uuid[]: in the form that PostgreSQL's `array_recv` takes, for reading ids out of a text costs it
 * a fifth of the statement that stages them. Where one is no UUID as PostgreSQL writes it, a text, which it reads or refuses.
 */
export function uuidList(ids: readonly string[]): Buffer | string {
  const list = Buffer.alloc(headLength + ids.length * elementLength);
  [1, 0, uuidType, ids.length, 1].forEach((word, at) => list.writeInt32BE(word, at * 4));
  let at = headLength;
  for (const id of ids) {
    list[at + 3] = uuidLength;
    if (!writeUuid(id, list, at + 4)) return `{${ids.join(',')}}`;
    at += elementLength;
  }
  return list;
}

/** Where the two digits of each byte stand in a UUID's text. */
const places = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;
const dashes = [8, 13, 18, 23] as const;
/** What a digit stands for, by its code; -1: it is none. */
const digits = Int8Array.from({ length: 128 }, (_digit, code) => '0123456789abcdef'.indexOf(String.fromCharCode(code)));

/** @returns whether it is one, in lower case and with its dashes */
function writeUuid(id: string, list: Buffer, at: number): boolean {
  if (id.length !== 36 || dashes.some((place) => id[place] !== '-')) return false;
  for (let byte = 0; byte < uuidLength; byte += 1) {
    const place = places[byte]!;
    const value = (digitAt(id, place) << 4) | digitAt(id, place + 1);
    if (value < 0) return false;
    list[at + byte] = value;
  }
  return true;
}

function digitAt(text: string, place: number): number {
  return digits[text.charCodeAt(place)] ?? -1;
}
