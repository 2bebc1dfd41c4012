import type { Sabotage } from '../../patch.ts';

const throttle = 'src/identity/accounts/sign-in/sign-in-throttle.ts';
const semaphore = 'src/platform/fairness/fair-semaphore.ts';
const senders = 'src/town/requests/senders/anonymous-senders.ts';
const codes = 'src/town/requests/senders/contact-codes.ts';
const bounds = 'src/identity/server/clients/bound-authorization.ts';
const crowd = ['test/attacks/stand-in-for-a-crowd.test.ts'];
const flood = ['test/attacks/identity/flood-the-hashing.test.ts'];
const silence = ['test/attacks/silence-a-citizen.test.ts'];
const fill = ['test/attacks/identity/fill-the-tables.test.ts'];
const site = ['test/attacks/identity/ask-from-a-whole-site.test.ts'];

/** Limits with holes: asked from many networks, typed in several ways, or used up for somebody else. */
export const limiting: readonly Sabotage[] = [
  {
    sentence: 'Limits by network address forget the site.',
    edits: [
      {
        file: 'src/platform/sql/limiters.ts',
        from: '$site === $address ? [$own] : [$own, [$ofSite, $disguise',
        to: '$site ? [$own] : [$own, [$ofSite, $disguise',
      },
    ],
    tests: site,
  },
  {
    sentence: 'What a site took is never given back.',
    edits: [
      {
        file: 'src/platform/sql/limiters.ts',
        from: 'of countersOf($address)) await $limiter.reward($key)',
        to: 'of countersOf($address).slice(0, 1)) await $limiter.reward($key)',
      },
    ],
    tests: site,
  },
  {
    sentence: 'A site has as many requests served as it has networks.',
    edits: [
      {
        file: 'src/platform/fairness/keyed-semaphores.ts',
        from: '`${$kind} at ${$site}`, times: networksPerSite }',
        to: '`${$kind} at ${$site}`, times: 65_536 * networksPerSite }',
      },
    ],
    tests: crowd,
  },
  {
    sentence: 'Documents of a site that are refused count for one network each.',
    edits: [
      {
        file: 'src/server/fairness/fair-queue.ts',
        from: 'consumedPoints < $refusedDocuments * $times',
        to: 'consumedPoints < $refusedDocuments * $times ** 3',
      },
    ],
    tests: crowd,
  },
  {
    sentence: 'Connections of many networks push out those of somebody with two.',
    edits: [{ file: 'src/platform/fairness/fair-bound.ts', from: 'const $siteName = addressSite($name);', to: 'const $siteName = $name;' }],
    tests: crowd,
  },
  {
    sentence: 'Sign-ins with the right password have passwords hashed without end.',
    edits: [
      {
        file: throttle,
        from: '      await byAddress.giveBack(from.address);',
        to: '      await byAddress.giveBack(from.address);\n      await hashes.giveBack(from.address);',
      },
    ],
    tests: flood,
  },
  {
    sentence: 'A browser that is known has passwords hashed without end.',
    edits: [{ file: throttle, from: 'await countOnce(limiters.browserHashes, $known)', to: 'await Promise.resolve(undefined)' }],
    tests: flood,
  },
  {
    sentence: 'Each network of a site has turns of its own at hashing.',
    edits: [{ file: throttle, from: '$known ?? addressSite($address)', to: '$known ?? $address' }],
    tests: flood,
  },
  {
    sentence: 'Who asks for much has all turns at hashing before the others.',
    edits: [{ file: semaphore, from: 'if (this.#queues.delete($key)) this.#queues.set($key, $queue);', to: '' }],
    tests: ['test/platform/fairness/fair-semaphore.test.ts'],
  },
  {
    sentence: 'One site fills the queue of hashing, so that others are refused.',
    edits: [
      { file: semaphore, from: '|| $queue.size >= this.#waitingPerKey', to: '' },
      { file: semaphore, from: 'this.#waiting?.reserve($key, 1,', to: "this.#waiting?.reserve($key && '', 1," },
    ],
    tests: ['test/platform/fairness/fair-semaphore.test.ts'],
  },
  {
    sentence: 'A mailbox has an account for each way to type its domain.',
    edits: [
      { file: 'src/platform/mail/normalize-email.ts', from: "domainToASCII($domain!).replace(/\\.+$/, '')", to: 'domainToASCII($domain!)' },
    ],
    tests: ['test/identity/accounts/passwords/passwords.test.ts'],
  },
  {
    sentence: 'An address in full-width letters is another one.',
    edits: [
      {
        file: 'src/platform/mail/normalize-email.ts',
        from: ".normalize('NFKC').toLowerCase().normalize('NFKC')",
        to: ".normalize('NFC').toLowerCase()",
      },
    ],
    tests: ['test/identity/accounts/passwords/passwords.test.ts'],
  },
  {
    sentence: 'A sender has mails for each way to type the address.',
    edits: [{ file: 'src/town/rows/text-forms.ts', from: 'normalizeEmail($text) ?? $text', to: '$text' }],
    tests: silence,
  },
  {
    sentence: 'A stranger who had all mails of an hour sent shuts their reader out.',
    edits: [
      {
        file: codes,
        from: 'from recreation.mailed_code where contact = ${contact}',
        to: 'from recreation.mailed_code where contact = ${contact} and ${isMailed}',
      },
    ],
    tests: silence,
  },
  {
    sentence: 'A code that nobody was mailed files a request.',
    edits: [{ file: codes, from: 'where ${isMailed}\n    on conflict', to: 'where ${isMailed} or true\n    on conflict' }],
    tests: silence,
  },
  {
    sentence: 'Letters without a mail are filed beyond what all together may file.',
    edits: [{ file: senders, from: 'if (!$used.isMailed) await takeOne(inTotal, everybody);', to: '' }],
    tests: silence,
  },
  {
    sentence: 'Letters in vain use up the mails of a day.',
    edits: [{ file: senders, from: 'await perDay.reward(contact, $isMailed ? 0 : 1);', to: '' }],
    tests: silence,
  },
  {
    sentence: 'One address fills the tables with requests of apps and begun sign-ins.',
    edits: [{ file: bounds, from: 'if ($retryAfter !== undefined) throw', to: 'if ($retryAfter === -1) throw' }],
    tests: fill,
  },
  {
    sentence: 'A long value of an app is stored.',
    edits: [
      {
        file: bounds,
        from: '$value.length > (longest[$name] ?? longestOther)',
        to: '$value.length > 8_000 && longest[$name] !== longestOther',
      },
    ],
    tests: fill,
  },
  {
    sentence: 'Many long values of an app are stored.',
    edits: [{ file: bounds, from: '$search.length > mostBytes || $text.length > mostBytes', to: '$search.length > mostBytes' }],
    tests: fill,
  },
];
