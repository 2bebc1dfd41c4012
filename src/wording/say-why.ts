import type { MandateKind } from '../generated/schema.ts';
import type { Need, Reason } from './reason.ts';
import type { Wording } from './wording.ts';

/**
 * Says in one sentence why a person's information was read, with the case or mandate and its dates (clause `rights`).
 * Instants are RFC 3339, UTC. Pure.
 */
export function sayWhy(wording: Wording, { purpose, relationship, need }: Reason): string {
  const reason = (purpose && wording.reasons[purpose]?.[relationship]) ?? wording.formerReason;
  return need ? `${reason}, ${sayNeed(wording, need)}.` : `${reason}.`;
}

function sayNeed(wording: Wording, { kind, reference, openedAt, closedAt }: Need): string {
  const words: Readonly<Record<string, string>> = {
    reference: (kind === 'MANDATE' ? wording.mandates[reference as MandateKind] : reference) ?? '',
    opened: new Date(openedAt).toISOString(),
    closed: closedAt === null ? '' : new Date(closedAt).toISOString(),
  };
  const sentence = wording.needs[kind][closedAt === null ? 'open' : 'closed'];
  return sentence.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => words[name] ?? '');
}
