/** An answer, without what differs from request to request: receipts, the date and the length. */
export interface Asked {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: Body;
}

interface Body {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  readonly extensions?: { readonly privacy?: Readonly<Record<string, unknown>> };
}

const volatile: readonly string[] = ['date', 'content-length', 'keep-alive', 'etag', 'traceparent', 'x-request-id', 'request-id'];

/** Milliseconds that an answer may take. */
const patience = 30_000;

/** Sends an operation to a gateway. @param url of its GraphQL endpoint */
export async function ask(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: { readonly query: string; readonly variables?: object; readonly operationName?: string | undefined },
): Promise<Asked> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patience),
  });
  const answer = (await response.json()) as Body;
  const privacy = answer.extensions?.privacy;
  return {
    status: response.status,
    headers: [...response.headers]
      .filter(([name]) => !volatile.includes(name))
      .map((header) => header.join(': '))
      .toSorted(),
    body: privacy?.['receipt'] ? { ...answer, extensions: { ...answer.extensions, privacy: { ...privacy, receipt: true } } } : answer,
  };
}
