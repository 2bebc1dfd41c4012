import type { Answered } from './gateway.ts';

/**
 * The whole of an answer as one text: status, headers but the date, and the body with its receipt's
 * values blanked, since no two receipts are alike.
 */
export function wholeResponse({ status, headers, text }: Answered): string {
  const lines = [...headers].filter(([name]) => name !== 'date').map(([name, value]) => `${name}: ${value}`);
  const body = text.replaceAll(/"receipt":\{"entry":"[\da-f-]{36}","leafHash":"[\da-f]{64}"\}/g, '"receipt":{}');
  return [String(status), ...lines, '', body].join('\n');
}
