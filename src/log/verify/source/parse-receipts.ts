import { isObject, parseJson } from '../../encoding/json.ts';

/**
 * Extracts receipts from JSON (one value or a list) or JSON lines. Each value is a receipt, or a whole answer of the
 * gateway with a receipt in `extensions.privacy.receipt`. Answers without a receipt are ignored.
 * @returns unverified receipts; undefined for a line that is not JSON
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
