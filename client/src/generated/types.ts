/** The object types of each interface and union. */
export const possibleTypes = {
  "Case": [
    "Encounter",
    "Ticket",
    "PrivacyRequest"
  ],
  "Node": [
    "Mandate",
    "PrivacyRequest",
    "Resident",
    "Service",
    "Ticket"
  ],
  "Person": [
    "HouseholdMember",
    "Resident"
  ],
  "MessageAuthor": [
    "Resident",
    "Employee"
  ]
};
/** The object types whose objects have no identity of their own. */
export const typesWithoutId = [
  "AccessReader",
  "AccessNeed",
  "AccessHistoryConnection",
  "AccessHistoryEdge",
  "AccessLogCoverage",
  "AccessEntryConnection",
  "AccessEntryEdge",
  "AccessLog",
  "InclusionProof",
  "AccessReceipt",
  "LogPromise",
  "AccountConnection",
  "AccountEdge",
  "EncounterPayload",
  "ConfirmIdentityPayload",
  "MandateConnection",
  "MandateEdge",
  "MandatePayload",
  "OwnMandate",
  "ReadBudgetWindow",
  "OwnDisclosureConnection",
  "OwnDisclosureEdge",
  "PageInfo",
  "MandateCount",
  "PartnerOverview",
  "PartnerOverviewConnection",
  "PartnerOverviewEdge",
  "PrivacyRequestReceipt",
  "PrivacyRequestConnection",
  "PrivacyRequestEdge",
  "SendContactCodePayload",
  "FileRequestPayload",
  "PrivacyRequestPayload",
  "PrivacyStatement",
  "StatementClause",
  "Address",
  "ResidentConnection",
  "ResidentEdge",
  "RegisterResidentPayload",
  "UpdateContactPayload",
  "ServiceConnection",
  "ServiceEdge",
  "PurchaseConnection",
  "PurchaseEdge",
  "PurchaseCheck",
  "PurchasePayload",
  "InvitationPayload",
  "EmployeePayload",
  "EmployeeConnection",
  "EmployeeEdge",
  "TicketConnection",
  "TicketEdge",
  "TicketHistoryConnection",
  "TicketHistoryEdge",
  "TicketPayload",
  "WebVisitConnection",
  "WebVisitEdge"
];