/** Milliseconds. */
const deadline = 30_000;

/** Waits for code, or for what it needs to be shown: a browser waits for a script as long as the connection lasts. @throws Error after 30 seconds */
export async function inTime<Loaded>(loading: Promise<Loaded>): Promise<Loaded> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new Error('it does not come')), deadline);
  });
  try {
    return await Promise.race([loading, late]);
  } finally {
    clearTimeout(timer);
  }
}
