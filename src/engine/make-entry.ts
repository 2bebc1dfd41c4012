import { createEntry } from '../log/store/staging/create-entry.ts';
import type { Entry, Header, Segments } from '../log/entry/entry.ts';
import type { Policy } from './policy/declaration/policy.ts';
import { policyHash } from './policy/declaration/policy-hash.ts';
import { statementOn, authorityOn } from './policy/declaration/vocabulary.ts';

/** The parts of a header that follow from the policy and the instant. */
type Derived = 'version' | 'segments' | 'at' | 'authority' | 'policyVersion' | 'statementVersion';

/**
 * Makes an access entry under a policy: of an operation, of an act of an account, or of a command. An operation without a purpose has no
 * legal authority.
 * @param at the instant, and its day (RFC 3339 full-date) in the application's time zone
 * @param own what the header says of the event
 */
export function makeEntry(
  policy: Policy,
  { now, today }: { readonly now: Date; readonly today: string },
  own: Omit<Header, Derived>,
  segments: Segments,
): Entry {
  const { id, role, purpose, purposeText, operationHash, operationType, rootFields, inputs, outcome, ...more } = own;
  const isOperation = operationType === 'query' || operationType === 'mutation';
  return createEntry(
    {
      id,
      at: now.toISOString(),
      role,
      purpose,
      ...(purposeText !== undefined && { purposeText }),
      authority: isOperation && purpose === null ? null : authorityOn(policy.vocabulary, today),
      operationHash,
      operationType,
      rootFields,
      inputs,
      policyVersion: policyHash(policy),
      statementVersion: statementOn(policy.vocabulary, today)?.version ?? '',
      outcome,
      ...more,
    },
    segments,
  );
}
