/** Where programs and the modules that Node has compiled are, and the clock that `test/clock` sets. */
const inherited = /^(PATH|NODE_COMPILE_CACHE|TZ|LD_PRELOAD|FAKETIME\w*)$/;
/** The variables that give a PostgreSQL that a program starts the clock of `test/clock`. */
const [postgresClock] = /--import=\S+\/postgres-clock\.ts/.exec(process.env['NODE_OPTIONS'] ?? '') ?? [];

/** The environment variables that a process started by a test inherits. They hold no setting of the product. */
export const bareEnvironment: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries({ PATH: '', ...process.env }).flatMap(([name, value]) =>
      inherited.test(name) && value !== undefined ? [[name, value]] : [],
    ),
  ),
  ...(postgresClock !== undefined && { NODE_OPTIONS: postgresClock }),
};
