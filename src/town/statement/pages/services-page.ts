import type { Language } from '../../../platform/language/languages.ts';
import { html } from 'hono/html';
import { fill } from '../../../platform/language/fill.ts';
import type { PageOperation } from '../../../engine/own-pages.ts';
import { publicPage } from '../../shared/pages/frame.ts';
import { signWithMeaning, stackedTable } from '../../shared/pages/table.ts';
import { wordsOf, type Visit } from '../../shared/pages/visit.ts';

/** The fields of a service that the page shows. */
export interface ShownService {
  readonly name: string;
  readonly description: string;
  /** Decimal, in Canadian dollars. */
  readonly price: string;
  readonly minimumAge: number | null;
  readonly validDays: number | null;
}

/** A page of the catalogue. */
export interface ServicesData {
  readonly services: {
    readonly edges: readonly { readonly node: ShownService }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
}

/** The language in which the catalogue is kept. */
const catalogueLanguage: Language = 'en';

/** Asks for the services after a cursor. */
export function servicesAfter(after: string | null): PageOperation {
  return {
    query: `query OfferedServices($after: String) {
      services(first: 100, after: $after) {
        edges { node { name description price minimumAge validDays } }
        pageInfo { hasNextPage endCursor }
      }
    }`,
    variables: { after },
  };
}

/** The page of services and prices. */
export function servicesPage(visit: Visit, services: readonly ShownService[]): Promise<string> {
  const words = wordsOf(visit).services;
  const { columns } = words;
  const isForeign = visit.language !== catalogueLanguage;
  const money = new Intl.NumberFormat(`${visit.language}-CA`, { style: 'currency', currency: 'CAD' });
  const rows = services.map(({ name, description, price, minimumAge, validDays }) => ({
    head: html`<span ${isForeign ? html`lang="${catalogueLanguage}"` : ''}>${name}<small>${description}</small></span>`,
    cells: [
      { column: columns.price, content: money.format(Number(price)), isNumber: true },
      { column: columns.age, content: minimumAge === null ? words.everybody : fill(words.fromAge, { age: String(minimumAge) }) },
      {
        column: columns.valid,
        content: validDays === null ? signWithMeaning(words.noPass, words.noPassMeaning) : fill(words.days, { days: String(validDays) }),
      },
    ],
  }));
  return publicPage(
    visit,
    { title: words.title, isWide: true },
    html`<p class="lead">${words.text}</p>
      ${isForeign ? html`<p>${words.language}</p>` : ''}
      ${
        services.length === 0
          ? html`<p>${words.none}</p>`
          : stackedTable([columns.service, columns.price, columns.age, columns.valid], rows, { caption: words.title })
      }`,
  );
}
