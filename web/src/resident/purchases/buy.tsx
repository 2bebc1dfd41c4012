import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { catalogueLanguage } from '../../elements/names/catalogue-language.ts';
import { LongList } from '../../elements/lists/long-list.tsx';
import { Paged } from '../../elements/lists/paged.tsx';
import { typeset } from '../../elements/names/typeset.ts';
import { useFormats } from '../../elements/time/use-formats.ts';
import { useOpened } from '../../elements/lists/use-opened.ts';
import { graphql } from '../generated/gql.ts';
import { Offer } from './offer.tsx';

const document = graphql(`
  query Catalogue($after: String) @purpose(is: SELF_SERVICE) {
    services(first: 100, after: $after) {
      totalCount
      edges {
        node {
          id
          name
          description
          price
          minimumAge
          validDays
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The catalogue, and one service of it to buy. */
export default function Buy(): ReactNode {
  const { t, i18n } = useLingui();
  const { money } = useFormats();
  const { opened, open, close, heading } = useOpened();
  if (opened !== undefined) return <Offer key={opened} serviceId={opened} heading={heading} onClose={close} />;
  return (
    <>
      <p className="back">
        <Link to="/purchases">
          <Trans>Your purchases</Trans>
        </Link>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        <Trans>Buy a service</Trans>
      </h1>
      <p className="lead">
        <Trans>For you or for a minor in your care. You see the price and the conditions before you buy.</Trans>
      </p>
      {i18n.locale !== catalogueLanguage && (
        <p className="quiet">
          <Trans>The catalogue is in English only.</Trans>
        </p>
      )}
      <Paged query={document} variables={{}} connection={({ services }) => services}>
        {({ rows, total }) => (
          <LongList className="entries" label={t`Services`} rows={rows} total={total} keyOf={({ id, name }) => id ?? name} rowHeight={130}>
            {({ id, name, description, price, minimumAge, validDays }) => (
              <div className="bought">
                <h2>
                  <button type="button" className="open" onClick={() => id && open(id)}>
                    <span className="text" lang={catalogueLanguage}>
                      {name}
                    </span>
                  </button>
                </h2>
                <p className="amount">{money(price)}</p>
                <p lang={catalogueLanguage}>{typeset(description)}</p>
                <p className="quiet">
                  {minimumAge !== null && minimumAge !== undefined && <Trans>From {minimumAge} years of age.</Trans>}{' '}
                  {validDays && <Plural value={validDays} one="Valid on one day." other="Valid for # days." />}
                </p>
              </div>
            )}
          </LongList>
        )}
      </Paged>
    </>
  );
}
