import type { RequestContext } from '../../engine/request-context.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { EmployeePayload } from '../shared/graphql/generated/schema.ts';
import type { Resolvers } from '../shared/graphql/generated/resolvers.ts';
import { readEmployees } from './employees.ts';
import { writeAccessEnd, writeInvitation, writeRenewal, writeRoles, writeRolesApproved, writeRolesConfirmed } from './employee-writes.ts';
import { isWorkMail } from '../../identity/accounts/joining/invitation-code.ts';
import type { Row } from '../shared/rows/row.ts';
import { connect } from '../shared/graphql/connection.ts';
import { employeeById } from './employee-by-id.ts';
import { checkInput, touch } from '../shared/graphql/check-input.ts';
import { inviteEmployeeForm, rolesForm } from './staff-inputs.ts';
import { fieldsOf, idFrom, viewerOf } from '../shared/graphql/viewer.ts';

export const staff: Resolvers = {
  Query: {
    employees: (_parent, asked, { request }) => {
      const scope = request.plan?.scopeOf('Query.employees');
      const { status, hasRole, awaitsMyApproval, reviewDueBefore } = asked;
      const filter = { status, hasRole, awaitsMyApproval, reviewDueBefore };
      return connect(request, { list: 'Query.employees', type: 'EmployeeConnection', filter }, asked, (page) =>
        readEmployees(request.reader, scope, viewerOf(request), filter, page, fieldsOf(request, 'Employee')),
      );
    },
  },
  Mutation: {
    inviteEmployee: async (_parent, { input }, { request }) => {
      const { reviewsLog, ...invited } = checkInput('InviteEmployeeInput', inviteEmployeeForm, input);
      if (reviewsLog && invited.roles.join() !== 'PRIVACY_OFFICER') {
        throw new PrivacyError('INPUT_INVALID', { reason: 'REVIEWS_LOG', coordinates: ['InviteEmployeeInput.roles'] });
      }
      const id = request.newId();
      if (!isWorkMail(invited.workEmail, mailDomainsOf(request))) {
        throw new PrivacyError('INPUT_INVALID', { reason: 'OTHER_MAIL_DOMAIN', coordinates: ['InviteEmployeeInput.workEmail'] });
      }
      const scope = request.plan?.scopeOf('Mutation.inviteEmployee');
      const employee = { id, ...invited, reviewsLog: reviewsLog ?? false };
      const validUntil = await writeInvitation(request.reader, scope, viewerOf(request), employee, request.language);
      return { ...(await changed(request, id, 'Mutation.inviteEmployee')), codeValidUntil: validUntil.toISOString() };
    },
    renewInvitation: async (_parent, { input }, { request }) => {
      const id = await employeeIdFrom(request, input.employeeId, 'RenewInvitationInput', 'Mutation.renewInvitation');
      mailDomainsOf(request);
      const scope = request.plan?.scopeOf('Mutation.renewInvitation');
      const validUntil = await writeRenewal(request.reader, scope, viewerOf(request), id, request.language);
      return { ...(await changed(request, id, 'Mutation.renewInvitation')), codeValidUntil: validUntil.toISOString() };
    },
    changeEmployeeRoles: async (_parent, { input }, { request }) => {
      const { roles } = checkInput('ChangeEmployeeRolesInput', rolesForm, input);
      const id = await employeeIdFrom(request, input.employeeId, 'ChangeEmployeeRolesInput', 'Mutation.changeEmployeeRoles');
      await writeRoles(request.reader, request.plan?.scopeOf('Mutation.changeEmployeeRoles'), viewerOf(request), id, roles);
      return changed(request, id, 'Mutation.changeEmployeeRoles');
    },
    approveEmployeeRoles: async (_parent, { input }, { request }) => {
      const { roles } = checkInput('ApproveEmployeeRolesInput', rolesForm, input);
      const id = await employeeIdFrom(request, input.employeeId, 'ApproveEmployeeRolesInput', 'Mutation.approveEmployeeRoles');
      await writeRolesApproved(request.reader, request.plan?.scopeOf('Mutation.approveEmployeeRoles'), viewerOf(request), id, roles);
      return changed(request, id, 'Mutation.approveEmployeeRoles');
    },
    confirmEmployeeRoles: async (_parent, { input }, { request }) => {
      const { roles } = checkInput('ConfirmEmployeeRolesInput', rolesForm, input);
      const id = await employeeIdFrom(request, input.employeeId, 'ConfirmEmployeeRolesInput', 'Mutation.confirmEmployeeRoles');
      await writeRolesConfirmed(request.reader, request.plan?.scopeOf('Mutation.confirmEmployeeRoles'), viewerOf(request), id, roles);
      return changed(request, id, 'Mutation.confirmEmployeeRoles');
    },
    endEmployeeAccess: async (_parent, { input }, { request }) => {
      const id = await employeeIdFrom(request, input.employeeId, 'EndEmployeeAccessInput', 'Mutation.endEmployeeAccess');
      await writeAccessEnd(request.reader, request.plan?.scopeOf('Mutation.endEmployeeAccess'), viewerOf(request), id);
      return changed(request, id, 'Mutation.endEmployeeAccess');
    },
  },
};

/**
 * The domains of the addresses at work.
 * @throws PrivacyError MAIL_UNAVAILABLE if no mails can be sent, because the code could not reach the employee
 */
function mailDomainsOf({ application: { workMailDomains } }: RequestContext): readonly string[] {
  if (!workMailDomains) throw new PrivacyError('MAIL_UNAVAILABLE');
  return workMailDomains;
}

/** The employee whom an input names. The entry names the employee even if the change is refused. */
async function employeeIdFrom(request: RequestContext, given: string, type: string, field: string): Promise<string> {
  const id = idFrom(request, given, `${type}.employeeId`);
  await touch(request, id, field);
  return id;
}

/** Returns the payload with an employee who was changed, as a query reads it. */
async function changed(request: RequestContext, id: string, field: string): Promise<Row<EmployeePayload>> {
  await touch(request, id, field);
  return { employee: await employeeById(request, id) };
}
