import type { Answered } from '../gateway/gateway.ts';

/**
 * A response as one text: status, all headers except the date, and the body without the values of its receipt, which differ
 * each time.
 */
export function wholeResponse({ status, headers, text }: Answered): string {
  const body = text.replaceAll(/"receipt":\{"entry":"[\da-f-]{36}","leafHash":"[\da-f]{64}","promise":\{[^}]*\}\}/g, '"receipt":{}');
  // A receipt is longer when other operations shared its commit.
  const random = body === text ? ['date'] : ['date', 'content-length'];
  const lines = [...headers].filter(([name]) => !random.includes(name)).map(([name, value]) => `${name}: ${value}`);
  return [String(status), ...lines, '', body].join('\n');
}
