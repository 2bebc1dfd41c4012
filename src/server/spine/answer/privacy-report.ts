import type { WithheldItem } from '../../../engine/plan/operation-plan.ts';

/** How much of the plan an answer reports: what is certainly withheld, also what depends on the data subject, or nothing. The first is usual. */
export const reportLevels = ['withheld', 'full', 'none'] as const;
export type ReportLevel = (typeof reportLevels)[number];

/** A coordinate with all of its places in the operation. */
export interface ReportedItem {
  readonly coordinate: string;
  /** Response names with `*` in place of list indexes. */
  readonly paths: (readonly string[])[];
  /** Why it is withheld; undefined: it depends on the data subject. */
  readonly reason?: string;
}

/** The part of a plan that an answer reports. */
export interface PrivacyReport {
  /** Withheld whatever the relationship to the data subject. */
  readonly withheld?: readonly ReportedItem[];
  /** Withheld unless the relationship to the data subject permits it. */
  readonly conditional?: readonly ReportedItem[];
}

/** Reports what a plan withholds, or may withhold: one item for each coordinate. It is the same for hidden, absent and empty. */
export function privacyReport(items: readonly WithheldItem[], level: ReportLevel): PrivacyReport {
  if (level === 'none') return {};
  const certain = items.filter(({ reason }) => reason !== 'RELATIONSHIP_REQUIRED');
  const withheld = grouped(certain, ({ reason }) => ({ reason }));
  if (level === 'withheld') return { withheld };
  return {
    withheld,
    conditional: grouped(
      items.filter(({ reason }) => reason === 'RELATIONSHIP_REQUIRED'),
      () => ({}),
    ),
  };
}

function grouped(items: readonly WithheldItem[], more: (item: WithheldItem) => { readonly reason?: string }): readonly ReportedItem[] {
  const found = new Map<string, ReportedItem>();
  for (const item of items) {
    const key = `${item.coordinate} ${item.reason}`;
    const known = found.get(key);
    if (known) known.paths.push(item.path);
    else found.set(key, { coordinate: item.coordinate, paths: [item.path], ...more(item) });
  }
  return [...found.values()];
}
