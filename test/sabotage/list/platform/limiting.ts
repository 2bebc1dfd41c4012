import type { Sabotage } from '../../patch.ts';

const crowd = ['test/attacks/records/stand-in-for-a-crowd.test.ts'];
const flood = ['test/attacks/identity/load/flood-the-hashing.test.ts'];
const silence = ['test/attacks/overload/silence-a-citizen.test.ts'];
const fill = ['test/attacks/identity/load/fill-the-tables.test.ts'];
const site = ['test/attacks/identity/sessions/ask-from-a-whole-site.test.ts'];

/** Limits with holes: asked from many networks, typed in several ways, or used up at the cost of another person. */
export const limiting: readonly Sabotage[] = [
  {
    sentence: 'Limits by network address forget the site.',
    edits: [{ in: 'addressLimitersIn', replace: '$SITE === $ADDRESS', by: '$SITE' }],
    tests: site,
  },
  {
    sentence: 'What a site took is never given back.',
    edits: [{ in: 'addressLimitersIn.giveBack', replace: 'countersOf(address)', by: '$0.slice(0, 1)' }],
    tests: site,
  },
  {
    sentence: 'A site has as many requests served as it has networks.',
    edits: [{ in: 'addressLevels', replace: 'times: networksPerSite', by: 'times: 65_536 * networksPerSite' }],
    tests: crowd,
  },
  {
    sentence: 'Documents of a site that are refused count for one network each.',
    edits: [{ in: 'createFairQueue', replace: '$REFUSED_DOCUMENTS * $TIMES', by: '$0 ** 3' }],
    tests: crowd,
  },
  {
    sentence: 'Connections of many networks push out those of somebody with two.',
    edits: [{ in: 'FairBound.reserve', replace: 'addressSite($NAME)', by: '$NAME' }],
    tests: crowd,
  },
  {
    sentence: 'Sign-ins with the right password have passwords hashed without end.',
    edits: [
      { in: 'openSignInThrottle', replace: 'await $BY_ADDRESS.giveBack($FROM.address)', by: '$0;\nawait hashes.giveBack($FROM.address)' },
    ],
    tests: flood,
  },
  {
    sentence: 'A browser that is known has passwords hashed without end.',
    edits: [{ in: 'openSignInThrottle', replace: 'countOnce($LIMITERS.browserHashes, $KNOWN)', by: 'Promise.resolve(undefined)' }],
    tests: flood,
  },
  {
    sentence: 'Each network of a site has turns of its own at hashing.',
    edits: [{ in: 'openSignInThrottle', replace: 'addressSite($ADDRESS)', by: '$ADDRESS' }],
    tests: flood,
  },
  {
    sentence: 'Who asks for much has all turns at hashing before the others.',
    edits: [{ in: 'FairSemaphore.release', drop: 'if (this.#queues.delete($KEY)) $THEN' }],
    tests: ['test/platform/fairness/fair-semaphore.test.ts'],
  },
  {
    sentence: 'One site fills the queue of hashing, so that others are refused.',
    edits: [
      { in: 'FairSemaphore.acquire', drop: '$QUEUE.size >= this.#waitingPerKey' },
      {
        in: 'FairSemaphore.acquire',
        replace: "this.#waiting?.reserve($KEY, 1, () => $END('FULL'))",
        by: "this.#waiting?.reserve($KEY && '', 1, () => $END('FULL'))",
      },
    ],
    tests: ['test/platform/fairness/fair-semaphore.test.ts'],
  },
  {
    sentence: 'A mailbox has an account for each way to type its domain.',
    edits: [{ in: 'normalizeEmail', replace: "domainToASCII($DOMAIN!).replace(/\\.+$/, '')", by: 'domainToASCII($DOMAIN!)' }],
    tests: ['test/identity/accounts/passwords/passwords.test.ts'],
  },
  {
    sentence: 'An address in full-width letters is another one.',
    edits: [
      {
        in: 'normalizeEmail',
        replace: "$TEXT.trim().normalize('NFKC').toLowerCase().normalize('NFKC')",
        by: "$TEXT.trim().normalize('NFC').toLowerCase()",
      },
    ],
    tests: ['test/identity/accounts/passwords/passwords.test.ts'],
  },
  {
    sentence: 'A sender has mails for each way to type the address.',
    edits: [{ in: 'mailbox', drop: 'normalizeEmail($TEXT)' }],
    tests: silence,
  },
  {
    sentence: 'A stranger who had all mails of an hour sent shuts their reader out.',
    edits: [{ in: 'storeContactCode', text: 'on conflict (letter)', by: 'and ${isMailed} on conflict (letter)' }],
    tests: silence,
  },
  {
    sentence: 'A code that nobody was mailed files a request.',
    edits: [{ in: 'storeContactCode', text: 'where ${$IS_MAILED}', by: 'where ${$IS_MAILED} or true' }],
    tests: silence,
  },
  {
    sentence: 'Letters without a mail are filed beyond what all together may file.',
    edits: [{ in: 'createAnonymousSenders', drop: 'if (!$USED.isMailed) $THEN' }],
    tests: silence,
  },
  {
    sentence: 'Letters in vain use up the mails of a day.',
    edits: [{ in: 'createAnonymousSenders', drop: 'await perDay.reward($$$)' }],
    tests: silence,
  },
  {
    sentence: 'One address fills the tables with requests of apps and begun sign-ins.',
    edits: [{ in: 'boundAuthorization', replace: '$RETRY_AFTER !== undefined', by: '$RETRY_AFTER === -1' }],
    tests: fill,
  },
  {
    sentence: 'A long value of an app is stored.',
    edits: [
      {
        in: 'boundAuthorization',
        replace: '$VALUE.length > (longest[$NAME] ?? longestOther)',
        by: '$VALUE.length > 8_000 && longest[$NAME] !== longestOther',
      },
    ],
    tests: fill,
  },
  {
    sentence: 'Many long values of an app are stored.',
    edits: [{ in: 'boundAuthorization', drop: 'text.length > mostBytes' }],
    tests: fill,
  },
];
