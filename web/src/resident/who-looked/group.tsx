import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { LongList } from '../../elements/lists/long-list.tsx';
import { Said } from '../../elements/states/said.tsx';
import { typeset } from '../../elements/names/typeset.ts';
import { useFormats } from '../../elements/time/use-formats.ts';
import { useIsPrinted } from '../../elements/lists/use-is-printed.ts';
import { mostShown } from '../../elements/lists/use-rows-in-view.ts';
import type { EntryVerdict } from '../log/use-log-check.ts';
import { ReaderName } from './reader-name.tsx';
import type { Entry, EntryGroup, PurposeGroup } from './entry-groups.ts';
import { drafts } from '../../session/drafts.ts';
import { QuestionEntry, questionDraft, type Questioned } from './question-entry.tsx';
import './group.css';
import { roleNames } from '../../generated/names.ts';

interface Shared {
  readonly verdicts: ReadonlyMap<string, EntryVerdict>;
  readonly onQuestioned: (receipt: Questioned) => void;
}

/** The reads under one case: who, and for each purpose why, what was seen and when, in sentences. */
export function Group({ group: { entries, purposes }, ...shared }: Shared & { readonly group: EntryGroup }): ReactNode {
  const { instant } = useFormats();
  const [newest] = entries;
  const oldest = entries.at(-1)!;
  const [from, until] = [oldest.at && instant(oldest.at), newest.at && instant(newest.at)];
  if (entries.length === 1)
    return (
      <>
        <Reader entry={newest} />
        <Why entry={newest} />
        <Read entry={newest} {...shared} />
      </>
    );
  return (
    <>
      <Reader entry={newest} />
      <p className="quiet">
        <Plural value={entries.length} one="# read" other={`# reads, from ${from} to ${until}`} />{' '}
        <Verdict verdict={verdictOfAll(entries, shared.verdicts)} />
      </p>
      {purposes.map((group) => (
        <ForOnePurpose key={group.key} group={group} {...shared} />
      ))}
    </>
  );
}

/** The reads of a case for one purpose: why, and what was seen. Reads that showed nothing are folded. */
function ForOnePurpose({ group: { newest, seen, empty, fields }, ...shared }: Shared & { readonly group: PurposeGroup }): ReactNode {
  const { t } = useLingui();
  const what = typeset(fields.join(', ')) || t`nothing`;
  const count = empty.length;
  return (
    <div className="for-purpose">
      <Why entry={newest} />
      <p>
        <Trans>Seen: {what}.</Trans>
      </p>
      {seen.length > 0 && (
        <Reads entries={seen} {...shared}>
          <Trans>Each of these reads</Trans>
        </Reads>
      )}
      {count > 0 && (
        <Reads entries={empty} {...shared}>
          <Plural value={count} one="# step that showed nothing" other="# steps that showed nothing" />
        </Reads>
      )}
    </div>
  );
}

/** Some reads, folded. @param children what they are */
function Reads({ entries, children, ...shared }: Shared & { readonly entries: readonly Entry[]; readonly children: ReactNode }): ReactNode {
  const { t } = useLingui();
  const isPrinted = useIsPrinted();
  const [isOpen, setIsOpen] = useState(() => entries.some(isQuestioned));
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{children}</summary>
      {/* What is in a closed element has no place from which the rows near the window are found. */}
      {(isOpen || isPrinted || entries.length <= mostShown) && (
        <LongList className="reads" label={t`Each of these reads`} rows={entries} keyOf={({ id }) => id ?? ''} rowHeight={130}>
          {(entry) => <Read entry={entry} {...shared} />}
        </LongList>
      )}
    </details>
  );
}

function Reader({ entry: { by } }: { readonly entry: Entry }): ReactNode {
  const { t, i18n } = useLingui();
  const role = by?.role ? i18n._(roleNames[by.role]) : t`A role that is no longer in use`;
  return (
    <h3>
      <ReaderName partner={by?.partner} role={role} />
    </h3>
  );
}

function Why({ entry: { why } }: { readonly entry: Entry }): ReactNode {
  return <p>{why && <Said sentence={why} />}</p>;
}

function Read({ entry, verdicts, onQuestioned }: Shared & { readonly entry: Entry }): ReactNode {
  const { t } = useLingui();
  const { instant } = useFormats();
  const [isAsking, setIsAsking] = useState(() => isQuestioned(entry));
  const { at, fields, entryId } = entry;
  const when = at ? instant(at) : '';
  const seen = typeset(fields?.join(', ') ?? '') || t`nothing`;
  return (
    <>
      <p className="quiet">
        {at && <time dateTime={at}>{when}</time>} {entryId && <Verdict verdict={verdicts.get(entryId)} />}
      </p>
      <p>
        <Trans>Seen: {seen}.</Trans>
      </p>
      {entryId && !isAsking && (
        <p className="no-print">
          <button type="button" className="quiet" aria-label={t`Question this read of ${when}`} onClick={() => setIsAsking(true)}>
            <Trans>Question this read</Trans>
          </button>
        </p>
      )}
      {entryId && isAsking && (
        <QuestionEntry
          entryId={entryId}
          onCancel={() => setIsAsking(false)}
          onFiled={(receipt) => {
            setIsAsking(false);
            onQuestioned(receipt);
          }}
        />
      )}
    </>
  );
}

/** Whether a question about a read was typed and not sent. */
function isQuestioned({ entryId }: Entry): boolean {
  return typeof entryId === 'string' && drafts.read(questionDraft(entryId)) !== '';
}

/** One for all: proven only if each is. */
function verdictOfAll(entries: readonly Entry[], verdicts: Shared['verdicts']): EntryVerdict | undefined {
  const all = entries.map(({ entryId }) => (entryId ? verdicts.get(entryId) : undefined));
  if (all.includes('FAILED')) return 'FAILED';
  return all.every((one) => one === 'PROVEN') ? 'PROVEN' : undefined;
}

function Verdict({ verdict }: { readonly verdict: EntryVerdict | undefined }): ReactNode {
  if (verdict === 'PROVEN')
    return (
      <span className="mark good">
        <Trans>In the signed log</Trans>
      </span>
    );
  if (verdict === 'FAILED')
    return (
      <span className="mark wrong">
        <Trans>The log does not prove this entry</Trans>
      </span>
    );
  return null;
}
