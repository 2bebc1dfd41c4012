import { z } from 'zod';
import { line, mailAddress } from '../../platform/text/text-forms.ts';
import { employeeRoles } from '../policy/words/roles.ts';

const roles = z
  .array(z.enum(employeeRoles))
  .min(1)
  .refine((given) => new Set(given).size === given.length, 'each role once');

/** The form of `InviteEmployeeInput`. */
export const inviteEmployeeForm = z.object({
  givenName: line(100),
  familyName: line(100),
  workEmail: mailAddress,
  roles,
  reviewsLog: z.boolean().nullish(),
});

/** The form of `ChangeEmployeeRolesInput`, `ApproveEmployeeRolesInput` and `ConfirmEmployeeRolesInput`, without the id. */
export const rolesForm = z.object({ roles });
