import { isObject, parseJson } from '../json.ts';

/**
 * Takes receipts out of a text: JSON (one, or a list), or JSON lines; of receipts, or of whole answers of
 * the gateway with a receipt in `extensions.privacy.receipt`. An answer without one is passed over.
 * @returns what may be receipts; a line that is not JSON is undefined, and so no receipt
 */
export function parseReceipts(text: string): readonly unknown[] {
  const whole = parseJson(text);
  const values =
    whole === undefined
      ? text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map(parseJson)
      : [whole].flat();
  return values.flatMap((value) => {
    if (!isObject(value) || !('data' in value || 'errors' in value || 'extensions' in value)) return [value];
    const extensions = value['extensions'];
    const privacy = isObject(extensions) ? extensions['privacy'] : undefined;
    const receipt = isObject(privacy) ? privacy['receipt'] : undefined;
    return receipt === undefined ? [] : [receipt];
  });
}
