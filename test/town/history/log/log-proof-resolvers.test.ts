import { beforeAll, describe, expect, test } from '@jest/globals';
import { parseCheckpoint } from '../../../../src/log/tree/checkpoint.ts';
import { parseNote } from '../../../../src/log/keys/note.ts';
import { verifyConsistency } from '../../../../src/log/proofs/proof.ts';
import { verifyProof } from '../../../../src/log/proofs/tlog-proof.ts';
import { cast } from '../../../../demo/personas.ts';
import type { Asked } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';
import { shownEntry } from '../../../helpers/entries/shown-entry.ts';
import { wholeResponse } from '../../../helpers/asking/whole-response.ts';

let entry: string;
let early: string;
const gateway = useGateway();
beforeAll(async () => {
  const { privacy } = await gateway.ask('guardian', `{ resident(id: "${cast.resident}") { givenName } }`);
  entry = privacy.receipt!.entry;
  await gateway.sequence();
  early = (await gateway.ask('resident', '{ accessLog { checkpoint } }')).data.accessLog.checkpoint;
  for (let time = 0; time < 6; time += 1) await gateway.ask('neighbour', '{ me { givenName } }');
  await gateway.sequence();
});

const query = 'query ($entry: ID!) { accessLog { inclusionProof(entry: $entry) { number leafHash proof } } }';
const review = { purpose: 'ACCESS_REVIEW' };

describe('the proof that an entry is in the log', () => {
  test.each<[string, string, Asked]>([
    ['whom it is about', 'resident', {}],
    ['the guardian', 'guardian', {}],
    ['the reviewing officer', 'reviewer', review],
    ['an auditor', 'auditor', {}],
  ])('%s gets it, and it holds', async (_who, persona, asked) => {
    const purpose = persona === 'reviewer' ? 'ACCESS_REVIEW' : persona === 'auditor' ? 'CONTROL_AUDIT' : 'SELF_SERVICE';
    const variables = { entry: shownEntry(persona, entry, purpose) };
    const { data, codes } = await gateway.ask(persona, query, { ...asked, variables });
    expect(codes).toEqual([]);
    const { number, leafHash, proof } = data.accessLog.inclusionProof;
    expect(number).toBe('0');
    const checkpoint = verifyProof(proof, Buffer.from(leafHash, 'hex'), gateway.logKeys.keys(), gateway.logKeys.origin);
    expect(checkpoint.size).toBeGreaterThanOrEqual(7n);
    expect(() => verifyProof(proof, Buffer.alloc(32), gateway.logKeys.keys())).toThrow('The proof is invalid.');
  });

  test.each<[string, string | null, string]>([
    ['a neighbour', 'neighbour', 'NOT_FOUND'],
    ['an officer with another purpose', 'privacy-officer', 'FIELD_NOT_PERMITTED'],
    ['a clerk', 'customer-service', 'FIELD_NOT_PERMITTED'],
    ['the police', 'police', 'FIELD_NOT_PERMITTED'],
    ['an anonymous client', null, 'AUTHENTICATION_REQUIRED'],
  ])('%s does not', async (_who, persona, code) => {
    const purposes: Record<string, string> = { 'privacy-officer': 'MANDATE_ADMINISTRATION', 'customer-service': 'SERVICE_PROVISION' };
    const asked = {
      variables: { entry: persona === null ? entry : shownEntry(persona, entry) },
      ...(persona && purposes[persona] && { purpose: purposes[persona] }),
    };
    const { data, codes } = await gateway.ask(persona, query, asked);
    expect(codes).toEqual([code]);
    expect(data.accessLog?.inclusionProof ?? null).toBeNull();
  });

  test('the answer is the same for an entry about others and for an unknown one', async () => {
    const hidden = await gateway.ask('neighbour', query, { variables: { entry: shownEntry('neighbour', entry) } });
    const absent = await gateway.ask('neighbour', query, { variables: { entry: '99999999-9999-4999-8999-999999999999' } });
    expect(wholeResponse(hidden)).toBe(wholeResponse(absent));
    expect((await gateway.ask('neighbour', query, { variables: { entry: 'x' } })).codes).toEqual(['INPUT_INVALID']);
  });
});

describe('the proof that the log only grew', () => {
  const between = (from: string, to: string) =>
    gateway.ask('reviewer', 'query ($from: String!, $to: String!) { accessLog { checkpoint consistencyProof(from: $from, to: $to) } }', {
      ...review,
      variables: { from, to },
    });

  test('is valid between two checkpoints', async () => {
    const first = parseCheckpoint(parseNote(early).text);
    const { data } = await between(String(first.size), '7');
    const last = parseCheckpoint(parseNote((await between('1', '1')).data.accessLog.checkpoint).text);
    const whole = await between(String(first.size), String(last.size));
    const proof = whole.data.accessLog.consistencyProof.map((hash: string) => Buffer.from(hash, 'base64'));
    verifyConsistency({ size1: first.size, size2: last.size, proof, root1: first.root, root2: last.root });
    expect(data.accessLog.consistencyProof.length).toBeGreaterThan(0);
    const roots = { root1: first.root, root2: Buffer.alloc(32) };
    expect(() => verifyConsistency({ size1: first.size, size2: last.size, proof, ...roots })).toThrow('The proof is invalid.');
  });

  test.each([
    ['0', '1'],
    ['2', '1'],
    ['1', '1000000'],
    ['-1', '1'],
    ['01', '2'],
    ['x', '2'],
    ['1', '99999999999999999999999'],
  ])('there is none from %s to %s', async (from, to) => {
    expect((await between(from, to)).codes).toEqual(['INPUT_INVALID']);
  });
});
