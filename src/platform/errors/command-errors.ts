/** Every error of a start or a command: code → HTTP status and sentence. No answer contains them. See errors.ts. */
export const commandErrors = {
  // At start and on the command line
  /** Each wrong setting or option is named with the values it accepts; its own value is never repeated. */
  SETTING_INVALID: [500, 'A setting or an option is wrong.'],
  /** Each part is named that the application does not give, or gives in another form. `src/engine/application.ts` describes them. */
  APPLICATION_INCOMPLETE: [500, 'The application lacks a part.'],
  /** Each sentence of `locales/` is named that has no translation, or one with other placeholders, and each translation of a sentence that no longer exists. Run `npm run -s update`, then translate what is empty. */
  TRANSLATION_INVALID: [500, 'A translation is missing, or does not fit its sentence.'],
  /** Each coordinate is named. `npm run -s privacy -- lint` finds them with file and line. */
  SCHEMA_INCONSISTENT: [500, 'The schema, the policy and the resolvers do not fit together.'],
  /** The worker is named with the exit code or signal that ended it, or with `late` if it was not ready within a minute. */
  WORKER_START_FAILED: [500, 'A worker ended before it was ready.'],
  /** The data directory is not writable or belongs to another version, or no PostgreSQL for this platform is installed. */
  DATABASE_START_FAILED: [500, 'The embedded PostgreSQL did not start.'],
  /** The migrations that this version does not know are named; nothing was changed. Start the version that applied them, or a later one. */
  SCHEMA_TOO_NEW: [500, 'The database was migrated by a newer version.'],
  /** The missing migrations are named. Run `npm run -s privacy -- database migrate` as the owner, then start again. */
  SCHEMA_TOO_OLD: [500, 'The database lacks migrations of this version.'],
  /** Each difference is named, such as a view, a trigger or a privilege. Compare with a backup: the change may hide reads. `npm run -s privacy -- verify-log` lists every difference; docs/operations.md says what to do. */
  SCHEMA_ALTERED: [500, 'The database differs from the migrations of this version.'],
  /** The numbers of the lost entries are named. The database was restored to an earlier point, or is another one. docs/operations.md, Backup and restore, says what to do. */
  LOG_ENTRIES_LOST: [500, 'The access log is missing entries that were signed.'],
  /** The entries are named. They were removed before they were numbered: run `npm run -s privacy -- verify-log`, keep a copy of the database, and call the privacy office. */
  LOG_PROMISE_BROKEN: [500, 'Entries with issued receipts are missing from the access log’s tree.'],
  /** A transaction holds the tables, or another process is migrating. Nothing was changed. End it, or try again. */
  MIGRATION_BLOCKED: [500, 'The database could not be migrated in time.'],
  /** The demo has invented people, and runs only outside production. */
  DEMO_REFUSED: [500, 'The demo is not available in production.'],
  /** The address of the authorization server is named. It belongs to a gateway that was started with the same settings. */
  GATEWAY_UNREACHABLE: [500, 'No gateway with sign-in can be reached: start one with `npm start`.'],
  /** The OAuth error is named. The database has no demo population, its keys are in another data directory, or the password was changed. */
  DEMO_SIGN_IN_REFUSED: [500, 'The gateway refused the sign-in of the persona.'],
  /** `npm run -s token -- --list` shows the personas. */
  PERSONA_UNKNOWN: [500, 'This persona does not exist.'],
  /** Each wrong line is named with its problem. */
  POLICY_INVALID: [500, 'The policy cannot be applied.'],
  /** The argument is neither a git revision nor a file. */
  REVISION_UNKNOWN: [500, 'This revision or file does not exist.'],
  /** The database, the directory or the address of the log cannot be reached or read. */
  LOG_UNREADABLE: [500, 'The access log cannot be read.'],
  /** Nothing was changed; the cause is named. */
  LOG_CHANGE_FAILED: [500, 'The access log could not be changed.'],
  /** `logRetention` of the policy says how long entries are kept, and why. */
  RETENTION_NOT_OVER: [500, 'Entries of that date are still within the retention period of the access log.'],
  /** Rotate again when a checkpoint with the newest key exists. */
  KEY_UNUSED: [500, 'The newest key of the access log has not signed a tree yet.'],
  /** No audit engagement has this id. */
  ENGAGEMENT_UNKNOWN: [500, 'This audit engagement does not exist.'],
  /** There is nothing to export. */
  ENGAGEMENT_EMPTY: [500, 'No numbered access entry is within the dates of the engagement.'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>;
