import type { SubjectSegment, View } from '../../entry/entry.ts';

/** The distinct views of data subjects, and the index of each one's view. */
export interface Views {
  /** RFC 8785 JSON: the list of views. */
  readonly text: string;
  /** Undefined if each has the first. */
  readonly seen: readonly number[] | undefined;
}

interface Known extends View {
  readonly text: string;
}

// A view's text by its list of released coordinates, which the answers of one plan share.
const known = new WeakMap<readonly string[], Known[]>();

/** Finds the distinct views. Data subjects with the same lists share one. */
export function viewsOf(subjects: readonly SubjectSegment[]): Views {
  const views: Known[] = [];
  const seen = subjects.map((subject) => {
    const at = views.findIndex((view) => isSame(view, subject));
    return at === -1 ? views.push(knownOf(subject)) - 1 : at;
  });
  return { text: `[${views.map(({ text }) => text).join(',')}]`, seen: views.length > 1 ? seen : undefined };
}

function isSame(view: View, { relationship, released, withheld }: View): boolean {
  return view.released === released && view.withheld === withheld && view.relationship === relationship;
}

/** The most views that are remembered for one list. */
const mostAlike = 32;

function knownOf(subject: SubjectSegment): Known {
  let alike = known.get(subject.released);
  if (!alike) known.set(subject.released, (alike = []));
  const found = alike.find((view) => isSame(view, subject));
  if (found) return found;
  const { relationship, released, withheld } = subject;
  const view = { relationship, released, withheld, text: JSON.stringify({ relationship, released, withheld }) };
  if (alike.length >= mostAlike) alike.length = 0;
  alike.push(view);
  return view;
}
