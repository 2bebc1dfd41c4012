import type { MessageDescriptor } from '@lingui/core';
import type { Purpose, Relationship, Role } from './vocabulary.ts';
/** The name of each role as people say it. */
export const roleNames: Readonly<Record<Role, MessageDescriptor>> = {
  "ANONYMOUS": {
    "id": "NjVIG6"
  },
  "RESIDENT": {
    "id": "7figrV"
  },
  "CUSTOMER_SERVICE": {
    "id": "RiW3Ht"
  },
  "SUPPORT": {
    "id": "QaXyfY"
  },
  "PRIVACY_OFFICER": {
    "id": "_mO-va"
  },
  "SECURITY": {
    "id": "FnuUKo"
  },
  "STAFF_ADMINISTRATOR": {
    "id": "B60Sg-"
  },
  "MAINTENANCE_AGENT": {
    "id": "njvMw2"
  },
  "CREDIT_REPORTING_AGENCY": {
    "id": "pG7ail"
  },
  "COLLECTION_AGENCY": {
    "id": "xHW8dn"
  },
  "LAW_ENFORCEMENT": {
    "id": "qXvuYA"
  },
  "CONTROL_AGENCY": {
    "id": "qj8UAr"
  }
};
/** The name of each purpose as people say it. */
export const purposeNames: Readonly<Record<Purpose, MessageDescriptor>> = {
  "SELF_SERVICE": {
    "id": "T3DQEl"
  },
  "SERVICE_PROVISION": {
    "id": "T7V7DV"
  },
  "PAYMENT": {
    "id": "kWDtIp"
  },
  "AGE_VERIFICATION": {
    "id": "AFaUKU"
  },
  "CUSTOMER_SUPPORT": {
    "id": "AX6f9I"
  },
  "RIGHTS_FULFILMENT": {
    "id": "ClwTGy"
  },
  "ACCESS_REVIEW": {
    "id": "NvG3dq"
  },
  "MANDATE_ADMINISTRATION": {
    "id": "kfs1-l"
  },
  "WEBSITE_SECURITY": {
    "id": "MWXKqY"
  },
  "STAFF_ADMINISTRATION": {
    "id": "6Prntg"
  },
  "MAINTENANCE": {
    "id": "pALce6"
  },
  "CREDIT_VERIFICATION": {
    "id": "2plSI0"
  },
  "DEBT_COLLECTION": {
    "id": "QgHRnd"
  },
  "LEGAL_DEMAND": {
    "id": "PzrvXo"
  },
  "CONTROL_AUDIT": {
    "id": "13YtI1"
  }
};
/** How a reader is related to the person. */
export const relationshipNames: Readonly<Record<Relationship, MessageDescriptor>> = {
  "SELF": {
    "id": "mQeQW9"
  },
  "GUARDIAN": {
    "id": "BHXUQE"
  },
  "HOUSEHOLD": {
    "id": "wda4dE"
  },
  "ENCOUNTER": {
    "id": "61oWF7"
  },
  "ASSIGNED_TICKET": {
    "id": "lEAdTQ"
  },
  "OPEN_REQUEST": {
    "id": "hoGIbO"
  },
  "MANDATE": {
    "id": "8ewK8o"
  },
  "NONE": {
    "id": "n6PKBz"
  }
};