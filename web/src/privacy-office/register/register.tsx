import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState, type ReactNode } from 'react';
import { categoryNames } from '../../elements/names/category-names.ts';
import { LongList } from '../../elements/lists/long-list.tsx';
import { PurposeName } from '../../elements/names/purpose-name.tsx';
import { Select } from '../../elements/forms/select.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import type { DataCategory } from '../../generated/vocabulary.ts';
import { HeatMap } from '../policy/heat-map.tsx';
import { categoriesIn, type Entry } from './disclosed.ts';

interface Props {
  readonly entries: readonly Entry[];
  readonly total: number;
  readonly notice: string | undefined;
}

/** Recipients and categories as a heat map, and below it the entries of a cell, of a recipient or of a category. */
export function Register({ entries, total, notice }: Props): ReactNode {
  const { i18n, t } = useLingui();
  const [recipient, setRecipient] = useState('');
  const [category, setCategory] = useState<DataCategory | ''>('');
  const heading = useRef<HTMLHeadingElement>(null);
  const disclosed = entries.map((entry) => ({ entry, recipient: entry.partner?.name ?? t`Unknown`, categories: categoriesIn(entry) }));
  const recipients = [...new Set(disclosed.map((one) => one.recipient))].toSorted((one, other) => one.localeCompare(other));
  const all = Object.keys(categoryNames) as readonly DataCategory[];
  const categories = all.filter((one) => disclosed.some((entry) => entry.categories.includes(one)));
  const of = (to: string, what: DataCategory | ''): typeof disclosed =>
    disclosed.filter((one) => (to === '' || one.recipient === to) && (what === '' || one.categories.includes(what)));
  const most = Math.max(...recipients.flatMap((to) => categories.map((what) => of(to, what).length)));
  const name = (what: DataCategory): string => i18n._(categoryNames[what]);
  const open = (to: string, what: DataCategory): void => {
    setRecipient(to);
    setCategory(what);
    heading.current?.focus();
  };
  const chosen = of(recipient, category);
  const read = entries.length;
  return (
    <>
      {categories.length > 0 && (
        <>
          <h2 id="register-map">
            <Trans>Disclosures by recipient and category</Trans>
          </h2>
          <p id="register-legend" className="quiet">
            {read < total ? (
              <Trans>
                {read} of {total} disclosures in this period are counted. Show more of them to count them too.
              </Trans>
            ) : (
              <Plural value={read} one="# disclosure in this period." other="# disclosures in this period." />
            )}{' '}
            <Trans>Choose a number to see the disclosures behind it.</Trans>
          </p>
          <HeatMap
            labelledBy="register-map"
            describedBy="register-legend"
            corner={<Trans>Category</Trans>}
            rows={categories.map((what) => ({ key: what, name: name(what) }))}
            columns={recipients.map((to) => ({ key: to, name: to }))}
            cell={(row, column) => {
              const [to, what] = [recipients[column]!, categories[row]!];
              const count = of(to, what).length;
              return {
                shade: shadeOf(count, most),
                shown: <Count of={count} />,
                isChosen: recipient === to && category === what,
                onChoose: () => open(to, what),
              };
            }}
          />
        </>
      )}
      <h2 ref={heading} tabIndex={-1}>
        <Trans>The disclosures behind the numbers</Trans>
      </h2>
      <div className="filters">
        <Select
          label={<Trans>Recipient</Trans>}
          value={recipient}
          onChoose={setRecipient}
          choices={[{ value: '', name: t`Every recipient` }, ...recipients.map((value) => ({ value, name: value }))]}
        />
        <Select
          label={<Trans>Category</Trans>}
          value={category}
          onChoose={setCategory}
          choices={[{ value: '' as const, name: t`Every category` }, ...categories.map((value) => ({ value, name: name(value) }))]}
        />
      </div>
      <output>
        <Plural value={chosen.length} one="# disclosure" other="# disclosures" />
      </output>
      <p className="quiet">{notice}</p>
      <LongList className="entries" label={t`Disclosures`} rows={chosen} keyOf={({ entry }) => entry.id} rowHeight={120}>
        {({ entry, recipient: to, categories: shown }) => (
          <One entry={entry} recipient={to} categories={shown.map((what) => name(what).toLocaleLowerCase(i18n.locale))} />
        )}
      </LongList>
    </>
  );
}

/** A count as the map shows it, and in words to a screen reader. */
function Count({ of }: { readonly of: number }): ReactNode {
  const { i18n } = useLingui();
  return (
    <>
      <span aria-hidden="true">{of === 0 ? '–' : i18n.number(of)}</span>
      <span className="hidden">
        <Plural value={of} one="# disclosure" other="# disclosures" />
      </span>
    </>
  );
}

/** A shade for a count. Pure. @param most the largest of all counts */
function shadeOf(count: number, most: number): string {
  return ['no', 'low', 'middle', 'high', 'yes'][Math.ceil((count / most) * 4)]!;
}

interface OneProps {
  readonly entry: Entry;
  readonly recipient: string;
  readonly categories: readonly string[];
}

function One({ entry: { at, purpose, authority, subjects }, recipient, categories }: OneProps): ReactNode {
  const { instant } = useFormats();
  const people = subjects?.length ?? 0;
  const shown = categories.join(', ');
  return (
    <>
      <h3 className="and-when">
        <span>{recipient}</span> <time dateTime={at}>{instant(at)}</time>
      </h3>
      <p>
        {purpose && <PurposeName purpose={purpose} />} · <Plural value={people} one="# person" other="# people" />
      </p>
      <p>{categories.length > 0 ? <Trans>Shown: {shown}</Trans> : <Trans>Nothing personal was shown.</Trans>}</p>
      <p className="quiet">{authority}</p>
      {people > 0 && (
        <p className="quiet pseudonyms">
          {(subjects ?? []).map(({ id, pseudonym }) => (
            <code key={id}>{pseudonym?.slice(0, 10)}…</code>
          ))}
        </p>
      )}
    </>
  );
}
