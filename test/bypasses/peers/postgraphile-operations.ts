import { ids } from '../clinic/ids.ts';
import type { NotApplicable, OwnOperations, System } from '../systems/system.ts';

const none = (notApplicable: string): NotApplicable => ({ notApplicable });
const pair = (one: string, other: string): OwnOperations => ({ operation: one, other });
const nodeId = (type: string, id: string): string => Buffer.from(JSON.stringify([type, id])).toString('base64');
const node = (type: string, id: string, inside: string): string => `{ node(id: "${nodeId(type, id)}") { id ${inside} } }`;
const patient = (id: string, inside: string): string => `{ patientByRowId(rowId: "${id}") { name ${inside} } }`;
const ofBoth = (inside: string): OwnOperations => pair(patient(ids.ann, inside), patient(ids.ben, inside));
const reasons = '{ allVisits { nodes { rowId reason } } }';
const bornOn = (date: string): string => `{ allPatients(condition: { birthDate: "${date}" }) { nodes { name } } }`;
const named = (name: string): string => `{ allPatients(condition: { name: "${name}" }) { nodes { name } } }`;
const visitsFor = (reason: string): string => `{ allVisits(condition: { reason: "${reason}" }) { totalCount } }`;
const setFee = (id: string, inside: string): string =>
  `mutation { updateVisitByRowId(input: { rowId: "${id}", visitPatch: { fee: 81 } }) { visit { rowId fee ${inside} } } }`;

/** The operations of the cases in the schema that PostGraphile makes of the tables. */
export const operations: System['own'] = {
  interface: { operation: node('Patient', ids.ann, '... on Patient { name birthDate }') },
  interfaceFragment: { operation: '{ allPatients { nodes { name ... on Node { ... on Patient { birthDate } } } } }' },
  union: none('it makes no union of these tables'),
  typeName: none('it makes no union of these tables'),
  alias: { operation: '{ allVisits { nodes { rowId at: reason } } }' },
  requirement: {
    operation: '{ allPatients { nodes { name generation } } }',
    control: '{ allPatients { nodes { name birthDate } } }',
  },
  misnamed: { operation: reasons },
  relation: { operation: '{ allVisits { nodes { rowId patientByPatientId { name resultsByPatientId { nodes { value } } } } } }' },
  otherDecision: {
    operation: `{ a: patientByRowId(rowId: "${ids.ann}") { name phone } b: patientByRowId(rowId: "${ids.ben}") { name phone } }`,
  },
  payload: { operation: setFee(ids.annsVisit, 'reason'), control: reasons },
  filter: pair(bornOn('1984-03-02'), bornOn('1901-01-01')),
  relationFilter: none('it makes no filter by a related row'),
  writeFilter: none('a change names its row by a key alone'),
  order: { operation: '{ allPatients(orderBy: BIRTH_DATE_ASC) { edges { cursor node { name } } } }' },
  aggregate: pair(visitsFor('migraine'), visitsFor('a reason that no visit has')),
  count: { operation: '{ allPatients { totalCount } }' },
  deniedChild: ofBoth('resultsByPatientId(first: 1) { nodes { rowId } }'),
  deniedList: ofBoth('resultsByPatientId { nodes { value } }'),
  deniedValue: ofBoth('note'),
  guess: pair(named('Ann Archer'), named('A Stranger')),
  oracle: pair(patient(ids.ben, ''), patient(ids.unknown, '')),
  writeOracle: pair(setFee(ids.bensVisit, ''), setFee(ids.unknown, '')),
  fetched: { operation: reasons },
  node: { operation: node('Visit', ids.bensVisit, '... on Visit { reason }') },
  nodeOracle: pair(node('Visit', ids.bensVisit, ''), node('Visit', ids.unknown, '')),
  typeNameAlone: { operation: node('Visit', ids.bensVisit, '__typename') },
  anonymous: { operation: `{ me { name } allVisits { nodes { rowId reason } } }` },
};
