/** A metric: its type, what it counts, and the names of its labels. Every label takes its values from a closed set. */
export interface MetricDescription {
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  readonly labels: readonly string[];
}

/** The gateway's metrics by name. Their descriptions are the table of docs/operations.md. */
export const metricCatalogue = {
  ntk_request_duration_seconds: {
    type: 'histogram',
    help: 'Time from the first byte of an HTTP request to the last of its answer. `code` is empty where nothing was refused.',
    labels: ['route', 'status', 'code'],
  },
  ntk_answers_refused_total: {
    type: 'counter',
    help: 'Answers with an error, by the code of the first. Each code starts at zero, so that an alarm sees the first event.',
    labels: ['code'],
  },
  ntk_stage_duration_seconds: {
    type: 'histogram',
    help: 'Time of each stage of an operation. `outcome` is ANSWERED, REFUSED or FAILED; `code` is empty where it is ANSWERED.',
    labels: ['stage', 'outcome', 'code'],
  },
  ntk_withheld_decisions_total: {
    type: 'counter',
    help: 'Coordinates that the plans of operations withhold, or permit only under a relationship.',
    labels: ['reason'],
  },
  ntk_read_budget_charges_total: {
    type: 'counter',
    help: 'Answers charged against a read budget. `state` is WITHIN, NEARLY_SPENT or SPENT; the answer was refused where it is SPENT.',
    labels: ['role', 'purpose', 'state'],
  },
  ntk_read_budget_people_total: {
    type: 'counter',
    help: 'Data subjects in the answers that were charged and not refused.',
    labels: ['role', 'purpose'],
  },
  ntk_act_budget_charges_total: {
    type: 'counter',
    help: 'Acts charged against a budget. `state` is WITHIN, NEARLY_SPENT or SPENT; the act was refused where it is SPENT.',
    labels: ['act', 'role', 'state'],
  },
  ntk_access_log_staged_entries: {
    type: 'gauge',
    help: 'Access entries that have no number yet. Absent while the database cannot be read.',
    labels: [],
  },
  ntk_access_log_oldest_staged_seconds: {
    type: 'gauge',
    help: 'Age of the oldest access entry without a number. Receipts promise a number within 60 seconds.',
    labels: [],
  },
  ntk_access_log_bytes: { type: 'gauge', help: 'Size of the access log in the database, with its indexes.', labels: [] },
  ntk_access_log_read_failures_total: {
    type: 'counter',
    help: 'Attempts to read the backlog that failed.',
    labels: [],
  },
  ntk_sequencer_failures_total: {
    type: 'counter',
    help: 'Runs of this process’s sequencer that failed. The next run tries again.',
    labels: [],
  },
  ntk_promised_entries: {
    type: 'gauge',
    help: 'Access entries whose receipts left this process. `state` is WAITING (not looked for yet, because the promised delay is not over) or MISSING: not in the tree although it is over.',
    labels: ['state'],
  },
  ntk_account_mails_waiting: {
    type: 'gauge',
    help: 'Mails about accounts that have not been sent. Only processes that send them show it; absent while the database cannot be read.',
    labels: [],
  },
  ntk_account_mails_oldest_seconds: {
    type: 'gauge',
    help: 'Age of the oldest mail about an account that has not been sent. After three days it is given up.',
    labels: [],
  },
  ntk_request_mails_waiting: {
    type: 'gauge',
    help: 'Mails to senders without an account, whose request is answered or open again, that have not been sent. Only gateways that send them show it; absent while the database cannot be read.',
    labels: [],
  },
  ntk_request_mails_oldest_seconds: {
    type: 'gauge',
    help: 'Age of the oldest mail to a sender without an account that has not been sent. None is given up while the mail server is down.',
    labels: [],
  },
  ntk_pool_connections: {
    type: 'gauge',
    help: 'Connections to PostgreSQL. `state` is idle or busy.',
    labels: ['pool', 'state'],
  },
  ntk_pool_waiting: { type: 'gauge', help: 'Work that waits for a connection.', labels: ['pool'] },
  ntk_pool_wait_duration_seconds: {
    type: 'histogram',
    help: 'Time that work waited for a connection, where none was idle. Opening a connection counts.',
    labels: ['pool'],
  },
  ntk_queue_length: {
    type: 'gauge',
    help: 'Work in progress: `connections` of clients, `requests` that have not ended, and `appends` of access entries that wait for a commit. All are bounded.',
    labels: ['queue'],
  },
  ntk_unfinished_body_bytes: {
    type: 'gauge',
    help: 'Memory of bodies that have not arrived as a whole, or whose requests wait. It is bounded.',
    labels: [],
  },
  ntk_connections_reset_total: {
    type: 'counter',
    help: 'Connections of clients that were reset because more than `MOST_CONNECTIONS` were open.',
    labels: [],
  },
  ntk_worker_ends_total: {
    type: 'counter',
    help: 'Workers that ended and were replaced. Only the parent of several workers counts them.',
    labels: [],
  },
  ntk_guard_failures_total: {
    type: 'counter',
    help: 'Resolvers that failed; their value was withheld. Each is a defect; the log names the coordinate.',
    labels: [],
  },
  ntk_jwks_failures_total: { type: 'counter', help: 'Attempts to fetch the keys of a trusted issuer that failed.', labels: [] },
  ntk_log_lines_total: { type: 'counter', help: 'Lines written to the log.', labels: ['level'] },
  ntk_log_bytes_total: { type: 'counter', help: 'Bytes written to the log.', labels: [] },
  ntk_log_lines_left_out_total: {
    type: 'counter',
    help: 'Lines that were not written, because they repeated a cause. A later line says how many.',
    labels: [],
  },
} as const satisfies Readonly<Record<string, MetricDescription>>;

export type MetricName = keyof typeof metricCatalogue;
