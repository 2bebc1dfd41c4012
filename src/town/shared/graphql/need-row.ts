import type { RequestContext } from '../../../engine/request-context.ts';
import { MandateKind, type AccessNeed } from './generated/schema.ts';
import type { Row } from '../rows/row.ts';
import type { Need } from '../../wording/reason.ts';
import { knownWord } from './known-word.ts';
import { shownNumber } from './viewer.ts';

/** The case or mandate that made a read necessary, or makes it possible, in the form of the GraphQL type. */
export function needRow(request: RequestContext, { kind, reference, openedAt, closedAt, identifiedBy = null }: Need): Row<AccessNeed> {
  const [number, mandateKind] = kind === 'MANDATE' ? [null, knownWord(MandateKind, reference)] : [shownNumber(request, reference), null];
  return { kind, number, mandateKind, identifiedBy, openedAt, closedAt };
}
