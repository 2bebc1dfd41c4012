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
  "AccessHistoryEntry",
  "AccessReader",
  "AccessNeed",
  "AccessHistoryConnection",
  "AccessHistoryEdge",
  "AccessLogCoverage",
  "AccessEntrySubject",
  "AccessEntryConnection",
  "AccessEntryEdge",
  "AccessLog",
  "InclusionProof",
  "AccessReceipt",
  "LogPromise",
  "Account",
  "AccountConnection",
  "AccountEdge",
  "EncounterPayload",
  "HouseholdMember",
  "Guardianship",
  "ConfirmIdentityPayload",
  "MandatePayload",
  "OwnMandate",
  "ReadBudgetWindow",
  "DisclosedPerson",
  "OwnDisclosureConnection",
  "OwnDisclosureEdge",
  "PageInfo",
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
  "EmployeeConnection",
  "EmployeeEdge",
  "TicketConnection",
  "TicketEdge",
  "TicketHistoryConnection",
  "TicketHistoryEdge",
  "TicketPayload",
  "WebVisit",
  "WebVisitConnection",
  "WebVisitEdge",
  "WebVisitStatistic"
];