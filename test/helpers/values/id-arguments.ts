/** Every argument of type ID below Query: how to ask with it, or why it takes no pseudonym. */
export const idArguments: Readonly<Record<string, { readonly query: string; readonly at: string; readonly idOf: string } | string>> = {
  'Query.resident(id:)': { query: 'query ($id: ID!) { found: resident(id: $id) { id } }', at: 'id', idOf: 'Resident.id' },
  'Query.ticket(id:)': { query: 'query ($id: ID!) { found: ticket(id: $id) { id } }', at: 'id', idOf: 'Ticket.id' },
  'Query.service(id:)': { query: 'query ($id: ID!) { found: service(id: $id) { id } }', at: 'id', idOf: 'Service.id' },
  'Query.node(id:)': { query: 'query ($id: ID!) { found: node(id: $id) { id } }', at: 'id', idOf: 'Ticket.id' },
  'Resident.purchaseCheck(serviceId:)': {
    query: 'query ($id: ID!) { residents { edges { node { found: purchaseCheck(serviceId: $id) { service { id } } } } } }',
    at: 'residents',
    idOf: 'Service.id',
  },
  'AccessLog.inclusionProof(entry:)': {
    query: 'query ($id: ID!) { accessLog { found: inclusionProof(entry: $id) { number } } }',
    at: 'accessLog',
    idOf: 'AccessEntry.id',
  },
  'Query.mandate(id:)': 'the same in tokens: each is one partner’s own',
  'Query.accessReceipt(entry:)': 'in a receipt, which one principal has',
  'Query.request(id:)': 'closed to partners',
  'Query.mandates(partnerId:)': 'closed to partners',
  'Query.partnerClients(partnerId:)': 'closed to partners',
  'Query.requests(assigneeId:)': 'closed to partners',
  'Query.tickets(assigneeId:)': 'about an employee, whom no partner is shown',
};
