import type { OperationMaterial } from '../../../src/server/library/testing/asking/random-operation.ts';
import type { Pools } from '../towns/pools.ts';
import type { Standpoint } from '../towns/standpoints.ts';
import { townValue } from './town-value.ts';

/**
 * The payloads of changes that make a case of the principal. They show what the next query shows under that case
 * (test/server/spine/cases/changed-cases.test.ts), which the towns of a standpoint with a case compare. The towns of a standpoint without one
 * differ in it, so here the payload asks for nothing about the person.
 */
const payloadsUnderNewCase: Readonly<Record<string, string>> = {
  startEncounter: 'encounter { id purpose startedAt }',
  changeEncounterPurpose: 'encounter { id purpose startedAt }',
  assignTicket: 'ticket { id status topic }',
  assignRequest: 'request { id status kind }',
};

/**
 * Payloads that compare inputs with values that may not be read, which is the aim of these changes. Everything except the outcome is
 * compared; fixed-operations.ts asks for the outcome of values that no person has.
 */
const payloadsThatCompare: Readonly<Record<string, string>> = { confirmIdentity: '__typename' };

/** The material of random operations from a standpoint. */
export function townMaterial(pools: Pools, { purpose, role }: Standpoint): OperationMaterial {
  return {
    rootFields: pools.rootFields,
    scalarOf: townValue(pools),
    mutations: true,
    purpose,
    isUsualPurpose: role === 'RESIDENT',
    payloads: { ...payloadsUnderNewCase, ...payloadsThatCompare },
  };
}
