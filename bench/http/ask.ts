import type { Ask, Data } from './operation.ts';

/** Creates a function that sends one operation at a time over HTTP. */
export function askAt(url: string, headers: Readonly<Record<string, string>>): Ask {
  return async (body) => {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
    const { data, errors } = (await response.json()) as { readonly data?: Data; readonly errors?: unknown };
    if (!response.ok || errors !== undefined || !data) throw new Error(`${url} answers ${response.status}: ${JSON.stringify(errors)}`);
    return data;
  };
}
