import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { categoryNames } from '../../elements/category-names.ts';
import { Figure, type Draw } from '../../elements/figure.tsx';
import { LongList } from '../../elements/long-list.tsx';
import { PurposeName } from '../../elements/purpose-name.tsx';
import { Select } from '../../elements/select.tsx';
import { useFormats } from '../../elements/use-formats.ts';
import type { DataCategory } from '../../generated/vocabulary.ts';
import { categoriesIn, type Entry } from './disclosed.ts';

interface Props {
  readonly entries: readonly Entry[];
  readonly total: number;
  readonly notice: string | undefined;
}

interface Cell {
  readonly recipient: string;
  readonly category: string;
  readonly entries: number;
}

/** Recipients and categories as a heat map, and below it the entries of one recipient or category. */
export function Register({ entries, total, notice }: Props): ReactNode {
  const { i18n, t } = useLingui();
  const [recipient, setRecipient] = useState('');
  const [category, setCategory] = useState<DataCategory | ''>('');
  const disclosed = entries.map((entry) => ({ entry, recipient: entry.partner?.name ?? t`Unknown`, categories: categoriesIn(entry) }));
  const recipients = [...new Set(disclosed.map((one) => one.recipient))].toSorted((one, other) => one.localeCompare(other));
  const all = Object.keys(categoryNames) as readonly DataCategory[];
  const categories = all.filter((one) => disclosed.some((entry) => entry.categories.includes(one)));
  const count = (to: string, of: DataCategory): number =>
    disclosed.filter((one) => one.recipient === to && one.categories.includes(of)).length;
  const name = (of: DataCategory): string => i18n._(categoryNames[of]);
  const cells = recipients.flatMap((to) => categories.map((of): Cell => ({ recipient: to, category: name(of), entries: count(to, of) })));
  const chosen = disclosed.filter(
    (one) => (recipient === '' || one.recipient === recipient) && (category === '' || one.categories.includes(category)),
  );
  const read = entries.length;
  return (
    <>
      {categories.length > 0 && (
        <Figure
          name={t`Disclosures by recipient and category`}
          draw={(plot, width) => drawMap(plot, width, cells, recipients, categories.map(name))}
          columns={[{ name: t`Category` }, ...recipients.map((to) => ({ name: to, isNumber: true }))]}
          rows={categories.map((of) => [name(of), ...recipients.map((to) => i18n.number(count(to, of)))])}
        >
          {read < total ? (
            <Trans>
              {read} of {total} disclosures in this time are counted. Show more of them to count them too.
            </Trans>
          ) : (
            <Plural value={read} one="# disclosure in this time." other="# disclosures in this time." />
          )}
        </Figure>
      )}
      <h2>
        <Trans>Drill down</Trans>
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
        {({ entry, recipient: to, categories: of }) => <One entry={entry} recipient={to} categories={of.map(name)} />}
      </LongList>
    </>
  );
}

interface OneProps {
  readonly entry: Entry;
  readonly recipient: string;
  readonly categories: readonly string[];
}

function One({ entry: { at, purpose, authority, subjects }, recipient, categories }: OneProps): ReactNode {
  const { i18n } = useLingui();
  const { instant } = useFormats();
  const people = subjects?.length ?? 0;
  const shown = new Intl.ListFormat(i18n.locale).format(categories);
  return (
    <>
      <h3>
        {recipient} · <time dateTime={at}>{instant(at)}</time>
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

function drawMap(
  plot: Parameters<Draw>[0],
  width: number,
  cells: readonly Cell[],
  recipients: readonly string[],
  categories: readonly string[],
): ReturnType<Draw> {
  const most = Math.max(1, ...cells.map(({ entries }) => entries));
  const isNarrow = width < 560;
  const marginLeft = isNarrow ? 110 : 160;
  return {
    height: 130 + categories.length * 32,
    marginLeft,
    marginTop: isNarrow ? 120 : 50,
    marginRight: isNarrow ? 50 : 20,
    x: { type: 'band', domain: [...recipients], label: null, padding: 0.05 },
    y: { type: 'band', domain: [...categories], label: null, tickSize: 0, padding: 0.05 },
    marks: [
      plot.axisX({ anchor: 'top', tickSize: 0, lineWidth: 10, ...(isNarrow && { tickRotate: -60 }) }),
      // In em of 12 pixels: a long name has two lines.
      plot.axisY({ tickSize: 0, lineWidth: marginLeft / 12 - 1.5 }),
      plot.cell(cells, {
        x: 'recipient',
        y: 'category',
        fill: ({ entries }: Cell) => `color-mix(in oklab, var(--accent) ${Math.round((entries / most) * 55)}%, var(--raised))`,
        stroke: 'var(--line)',
      }),
      plot.text(cells, {
        x: 'recipient',
        y: 'category',
        text: ({ entries }: Cell) => (entries > 0 ? String(entries) : ''),
        fill: 'var(--ink)',
      }),
    ],
  };
}
