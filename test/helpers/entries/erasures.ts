import { matters } from '../../../demo/personas.ts';
import type { Answered, Asked, TestGateway } from '../gateway/gateway.ts';
import { shownEntry } from './shown-entry.ts';

const rights: Asked = { purpose: 'RIGHTS_FULFILMENT' };
const selected = 'erasure { id rule reason requestNumber approvedAt entries { at role purpose } }';

/** Proposes as the officer who has the resident's request. @param entries the entries' own ids */
export function proposeErasure(gateway: TestGateway, entries: readonly string[], asked: Asked = {}, input: object = {}): Promise<Answered> {
  const entryIds = entries.map((entry) => shownEntry('privacy-officer', entry, 'RIGHTS_FULFILMENT'));
  const given = { rule: 'COURT_ORDER', reason: 'KB-4000', entryIds, ...input };
  const document = `mutation ($input: ProposeErasureInput!) { change: proposeErasure(input: $input) { ${selected} } }`;
  return gateway.ask('privacy-officer', document, { ...rights, case: matters.request, ...asked, variables: { input: given } });
}

/** @returns the id of the proposal */
export async function proposed(gateway: TestGateway, entries: readonly string[], input: object = {}): Promise<string> {
  const { data } = await proposeErasure(gateway, entries, {}, input);
  return data.change.erasure.id;
}

export function approveErasure(
  gateway: TestGateway,
  erasureId: string,
  persona = 'privacy-officer-2',
  asked: Asked = {},
): Promise<Answered> {
  const document = `mutation ($input: ApproveErasureInput!) { change: approveErasure(input: $input) { ${selected} } }`;
  return gateway.ask(persona, document, { ...rights, ...asked, variables: { input: { erasureId } } });
}

/** Proposes and approves. @returns the id of the erasure */
export async function approvedErasure(gateway: TestGateway, entries: readonly string[], input: object = {}): Promise<string> {
  const id = await proposed(gateway, entries, input);
  await approveErasure(gateway, id);
  return id;
}

/** @returns the ids of the erasures that an officer can approve */
export async function erasuresAwaiting(gateway: TestGateway, persona: string): Promise<string[]> {
  const { data } = await gateway.ask(persona, '{ erasuresToApprove { id } }', rights);
  return data.erasuresToApprove.map(({ id }: { id: string }) => id);
}
