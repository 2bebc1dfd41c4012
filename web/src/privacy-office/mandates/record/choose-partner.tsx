import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Answered } from '../../../elements/states/answered.tsx';
import { Select } from '../../../elements/forms/select.tsx';
import { useDraft } from '../../../session/drafts.ts';
import { graphql } from '../../generated/gql.ts';

const document = graphql(`
  query PartnersToChoose @purpose(is: MANDATE_ADMINISTRATION) {
    partners(first: 100) {
      edges {
        node {
          partner {
            id
            name
            role
          }
          accessEndedAt
        }
      }
    }
  }
`);

/** The partner that a document is for. @param draft holds its id and role */
export function ChoosePartner({ draft }: { readonly draft: string }): ReactNode {
  const { t } = useLingui();
  const [chosen, setChosen] = useDraft(draft);
  return (
    <Answered query={document} variables={{}}>
      {({ partners }) => (
        <Select
          label={<Trans>Partner</Trans>}
          required
          placeholder={t`Choose`}
          value={chosen || undefined}
          onChoose={setChosen}
          choices={(partners?.edges ?? []).flatMap(({ node }) =>
            node && node.accessEndedAt === null ? [{ value: `${node.partner.id} ${node.partner.role}`, name: node.partner.name }] : [],
          )}
        />
      )}
    </Answered>
  );
}
