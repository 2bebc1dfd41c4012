/** PostgreSQL's OID of the type uuid, and the length of a UUID in bytes. */
const [uuidType, uuidLength] = [2950, 16];
/** The head of the binary form, five 32-bit words: dimensions (1), flags (no nulls), type, number of elements, first index. */
const headLength = 5 * 4;
const elementLength = 4 + uuidLength;

/**
 * A parameter of the type uuid[] in the binary form of PostgreSQL's `array_recv`: parsing the text form takes a fifth of
 * the time of the statement that stages an entry.
 * @returns text if an id is not in PostgreSQL's own notation of a UUID; PostgreSQL then parses or refuses it
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

/** The position of each byte's two digits in a UUID's text. */
const positions = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;
const dashPositions = [8, 13, 18, 23] as const;
/** The value of a hexadecimal digit by its character code; -1 if it is not one. */
const digits = Int8Array.from({ length: 128 }, (_digit, code) => '0123456789abcdef'.indexOf(String.fromCharCode(code)));

/** @returns false if `id` is not a UUID in lower case with dashes */
function writeUuid(id: string, list: Buffer, at: number): boolean {
  if (id.length !== 36 || dashPositions.some((position) => id[position] !== '-')) return false;
  for (let byte = 0; byte < uuidLength; byte += 1) {
    const position = positions[byte]!;
    const value = (digitAt(id, position) << 4) | digitAt(id, position + 1);
    if (value < 0) return false;
    list[at + byte] = value;
  }
  return true;
}

function digitAt(text: string, place: number): number {
  return digits[text.charCodeAt(place)] ?? -1;
}
