import { cast } from '../../../demo/personas.ts';
import type { Answered, Asked } from '../gateway/gateway.ts';

const staff = { purpose: 'STAFF_ADMINISTRATION' } as const;
const newcomer = { givenName: 'Ione', familyName: 'Saltmarsh', workEmail: 'ione@town.example', roles: ['SUPPORT'] };

/** For each reason that a change of the staff can have, a way to get it over HTTP. @param change sends a mutation with one input */
export function waysOfStaff(change: (persona: string, field: string, input: object, asked: Asked) => Promise<Answered>) {
  const make = (field: string, input: object): Promise<Answered> => change('staff-administrator', field, input, staff);
  return {
    PURPOSE_TEXT_CHANGED: () => make('acknowledgePurpose', { version: 'an earlier one' }),
    OWN_RECORD: () => make('endEmployeeAccess', { employeeId: cast.staffAdministrator }),
    EMPLOYEE_LEFT: async () => {
      await make('endEmployeeAccess', { employeeId: cast.otherSupporter });
      return make('endEmployeeAccess', { employeeId: cast.otherSupporter });
    },
    INVITATION_ACCEPTED: () => make('renewInvitation', { employeeId: cast.clerk }),
    WORK_EMAIL_TAKEN: async () => {
      await make('inviteEmployee', newcomer);
      return make('inviteEmployee', { ...newcomer, workEmail: 'Ione@Town.example' });
    },
    ADMINISTRATORS_NEEDED: () => make('endEmployeeAccess', { employeeId: cast.staffAdministrator2 }),
    OTHER_MAIL_DOMAIN: () => make('inviteEmployee', { ...newcomer, workEmail: 'ione@mail.example' }),
    ROLES_CHANGED: () => make('confirmEmployeeRoles', { employeeId: cast.clerk, roles: ['SUPPORT'] }),
    REVIEWS_LOG: () => make('changeEmployeeRoles', { employeeId: cast.reviewer, roles: ['SUPPORT'] }),
  };
}
