import { graphql } from '../generated/gql.ts';
import type { TicketQueueQuery } from '../generated/graphql.ts';

/** The tickets without their people. `mine` tells which of them the reader can read. */
export const queueDocument = graphql(`
  query TicketQueue($status: TicketStatus, $topic: TicketTopic, $assignment: CaseAssignment, $after: String)
  @purpose(is: CUSTOMER_SUPPORT) {
    tickets(status: $status, topic: $topic, assignment: $assignment, orderBy: OLDEST, first: 50, after: $after) {
      totalCount
      edges {
        node {
          id
          number
          topic
          status
          openedAt
          assignee {
            id
            givenName
            familyName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    mine: tickets(status: OPEN, assignment: MINE, first: 100) {
      edges {
        node {
          id
        }
      }
    }
  }
`);

/** Gives a ticket to the reader. */
export const takeDocument = graphql(`
  mutation TakeTicket($ticketId: ID!) @purpose(is: CUSTOMER_SUPPORT) {
    assignTicket(input: { ticketId: $ticketId }) {
      ticket {
        id
      }
    }
  }
`);

/** A ticket as the queue shows it. */
export type QueuedTicket = NonNullable<NonNullable<TicketQueueQuery['tickets']>['edges'][number]['node']>;
