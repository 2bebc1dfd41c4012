/** The queues by assignee and by deadline. */
export const queues = (): string => /* sql */ `
  create index ticket_assignee on recreation.ticket (assignee_id, opened_at, id);
  create index request_assignee on recreation.request (assignee_id, due_on, id);
  create index request_due on recreation.request (due_on, id);`;
