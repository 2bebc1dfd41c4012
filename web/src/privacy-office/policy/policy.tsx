import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Answered } from '../../elements/states/answered.tsx';
import { Select } from '../../elements/forms/select.tsx';
import type { Role } from '../../generated/vocabulary.ts';
import { graphql } from '../generated/gql.ts';
import { WithoutPurpose } from './without-purpose.tsx';
import { PolicyMap } from './policy-map.tsx';
import '../privacy-office.css';
import { roleNames } from '../../generated/names.ts';

const document = graphql(`
  query PolicyShown($role: Role) {
    policy {
      version
      cells(role: $role) {
        role
        purpose
        relationship
        category
        line
        clause
        when
        exceptions {
          line
          clause
          when
          unless
        }
      }
      prohibitions {
        line
        clause
        categories
        roles
        purposes
        when
        unlessPurposes
        unlessRelationships
        unless
      }
    }
    privacyStatement {
      version
      clauses {
        name
        text
      }
    }
  }
`);

const roles = Object.keys(roleNames).filter((role) => role !== 'ANONYMOUS') as readonly Role[];

/** The policy in force, role by role: a map in which each cell explains itself. */
export default function Policy(): ReactNode {
  const { i18n } = useLingui();
  const [role, setRole] = useState<Role>('CUSTOMER_SERVICE');
  return (
    <>
      <h1>
        <Trans>The policy</Trans>
      </h1>
      <p className="lead">
        <Trans>
          What a role may see for a purpose, by how it is related to the person. Choose a cell to read which line permits it, from which
          clause of the privacy statement it follows, and what has to hold.
        </Trans>
      </p>
      <div className="filter">
        <Select
          label={<Trans>Role</Trans>}
          value={role}
          onChoose={setRole}
          choices={roles.map((value) => ({ value, name: i18n._(roleNames[value]) }))}
        />
      </div>
      <WithoutPurpose>
        <Answered query={document} variables={{ role }}>
          {({ policy, privacyStatement }) =>
            policy && (
              <PolicyMap
                key={role}
                role={role}
                cells={policy.cells}
                prohibitions={policy.prohibitions}
                clauses={privacyStatement?.clauses ?? []}
                version={policy.version}
              />
            )
          }
        </Answered>
      </WithoutPurpose>
    </>
  );
}
