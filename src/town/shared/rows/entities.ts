import { Account } from '../../services/payments/account-entity.ts';
import { Mandate } from '../../mandates/entities/mandate-entity.ts';
import { MandateApproval } from '../../mandates/approval/mandate-approval-entity.ts';
import { MandateSeal } from '../../mandates/seals/mandate-seal-entity.ts';
import { MandateSealApproval } from '../../mandates/seals/mandate-seal-approval-entity.ts';
import { MandateSubject } from '../../mandates/entities/mandate-subject-entity.ts';
import { Purchase } from '../../services/purchases/purchase-entity.ts';
import { PrivacyRequest } from '../../requests/privacy-request-entity.ts';
import { Resident } from '../../people/resident-entity.ts';

/** The entities that changes go through. README.md says which changes and reads do not, and why. */
export const entities = [
  Account,
  Mandate,
  MandateApproval,
  MandateSeal,
  MandateSealApproval,
  MandateSubject,
  Purchase,
  PrivacyRequest,
  Resident,
];
