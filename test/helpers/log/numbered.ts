/** Bytes that end in a number: a deterministic nonce. */
export function numberedBytes(number: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32BE(number, length - 4);
  return bytes;
}

/** A UUID version 4 that ends in a number. */
export function numberedId(number: number): string {
  return numberedBytes(number, 16)
    .toString('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}
