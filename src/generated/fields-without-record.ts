/** The root fields of the query that return a page or reach no object with a data subject. */
export const fieldsWithoutRecord: readonly string[] = [
  "Query.accessEntries",
  "Query.accessLog",
  "Query.accessReceipt",
  "Query.accounts",
  "Query.colleagues",
  "Query.disclosures",
  "Query.employees",
  "Query.mandates",
  "Query.partnerClients",
  "Query.partners",
  "Query.policy",
  "Query.privacyStatement",
  "Query.purposeTexts",
  "Query.requestState",
  "Query.requests",
  "Query.residents",
  "Query.service",
  "Query.services",
  "Query.tickets",
  "Query.webVisitStatistics",
  "Query.webVisits"
];