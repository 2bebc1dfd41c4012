/** The draft of a request. Another page can begin one. */
export const requestDrafts = { kind: 'request kind', body: 'request', subject: 'request for' } as const;
