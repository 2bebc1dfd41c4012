import type { Answered, Asked, TestGateway } from '../gateway/gateway.ts';

/** Makes functions that change a privacy request as a persona, and read it in the payload. @param fields of the request */
export function requestChanges(gateway: () => TestGateway, fields: string) {
  const change = (persona: string, field: string, input: object, asked: Asked = {}): Promise<Answered> => {
    const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { change: ${field}(input: $input) { request { ${fields} } } }`;
    return gateway().ask(persona, document, { ...asked, variables: { input } });
  };
  const reply = (persona: string, requestId: string, body: string, asked: Asked = {}): Promise<Answered> =>
    change(persona, 'replyToRequest', { requestId, body }, asked);
  return { change, reply };
}
