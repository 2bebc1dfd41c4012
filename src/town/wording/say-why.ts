import type { AccountAct } from '../../identity/accounts/journal/account-acts.ts';
import type { MandateKind } from '../shared/graphql/generated/schema.ts';
import { fill } from '../../platform/language/fill.ts';
import type { Need, Reason } from './reason.ts';
import type { Wording } from './wording.ts';

/**
 * Says in one sentence why a person's information was read, or how the person's account was used, with the case or mandate and its dates
 * (clause `rights`). Instants are RFC 3339, UTC. Pure.
 */
export function sayWhy(wording: Wording, reason: Reason): string {
  const { purpose, relationship, identityChecked, claim, erasure, account, app, need } = reason;
  if (account !== null) return `${wording.accountActs[account as AccountAct] ?? wording.formerReason}${app === null ? '' : ` (${app})`}.`;
  const known = erasure
    ? fill(wording.erasures[erasure.rule] ?? wording.formerReason, { entries: String(erasure.entries) })
    : claim !== null
      ? wording.claims[claim]
      : identityChecked
        ? wording.identityChecked
        : purpose && wording.reasons[purpose]?.[relationship];
  const beginning = known ?? wording.formerReason;
  return need ? `${beginning}, ${sayNeed(wording, need)}.` : `${beginning}.`;
}

function sayNeed(wording: Wording, { kind, reference, openedAt, closedAt, identifiedBy }: Need): string {
  const sentence = wording.needs[kind][closedAt === null ? 'open' : 'closed'];
  const known = identifiedBy ? `, ${wording.identified[identifiedBy]}` : '';
  return fill(`${sentence}${known}`, {
    reference: kind === 'MANDATE' ? (wording.mandates[reference as MandateKind] ?? wording.formerMandate) : (reference ?? ''),
    opened: new Date(openedAt).toISOString(),
    closed: closedAt === null ? '' : new Date(closedAt).toISOString(),
  });
}
