import { graphql } from '../generated/gql.ts';

/** Everything that is held about the resident. */
export const myInformation = graphql(`
  query MyInformation @purpose(is: SELF_SERVICE) {
    me {
      id
      cardNumber
      cardSince
      givenName
      familyName
      birthDate
      identitySince
      email
      waitingEmail
      phone
      mobilePhone
      contactSince
      address {
        street
        locality
        province
        postalCode
      }
      household {
        id
        since
        members {
          id
          residentId
          givenName
          familyName
        }
      }
      guardianships {
        id
        since
        minor {
          id
          givenName
          familyName
        }
      }
      account {
        id
        balance
        overdueAmount
        overdueSince
        creditCheckOpen
      }
      purchases(last: 1) {
        totalCount
        edges {
          node {
            id
            purchasedAt
          }
        }
      }
      payments(last: 1) {
        totalCount
        edges {
          node {
            id
            paidAt
          }
        }
      }
      accessHistory(first: 1) {
        totalCount
        coverage {
          since
        }
      }
    }
    tickets(last: 1) {
      totalCount
      edges {
        node {
          id
          openedAt
        }
      }
    }
    requests(last: 1) {
      totalCount
      edges {
        node {
          id
          filedAt
        }
      }
    }
    privacyStatement {
      version
      effectiveFrom
      clauses {
        name
        text
      }
    }
  }
`);
