import { domainToASCII } from 'node:url';
import { z } from 'zod';

/** The settings of the mail server. They are part of the settings in config.ts. */
export const mailSettings = {
  SMTP_URL: z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return undefined;
      const problem = problemOf(text);
      if (problem === undefined) return text;
      context.addIssue({ code: 'custom', message: problem });
      return z.NEVER;
    })
    .meta({
      description:
        'The mail server. It sends links to people who register, choose a new password or change their address, notices about their accounts, and codes to people who ask without an account: `smtps://` for TLS from the start, `smtp://` for STARTTLS, which only a server on this machine may lack. Name and password stand in the URL. Without it: in production nobody registers or gets a new password, and no requests are taken without an account; elsewhere mails become files in `DATA_DIR/outbox`.',
      examples: ['smtps://name:password@mail.example'],
    }),
  WORK_MAIL_DOMAINS: z
    .string()
    .optional()
    .transform((text, context) => {
      const domains = text
        ?.split(/[\s,]+/)
        .filter((one) => one !== '')
        .map(domainToASCII);
      if (domains === undefined || domains.every((one) => one.includes('.'))) return domains;
      context.addIssue({ code: 'custom', message: 'must be domains, with spaces or commas between' });
      return z.NEVER;
    })
    .meta({
      description:
        'The domains of the mail addresses that employees have at work. Only such an address is invited to the staff, and only an account with such an address accepts. A subdomain is another domain. Without it: in production nobody is invited; elsewhere `town.example`.',
      examples: ['town.example parks.example'],
    }),
  MAIL_FROM: z.string().regex(z.regexes.email, 'must be a mail address').optional().describe('The sender of mails. `SMTP_URL` needs it.'),
} as const;

const shape = z.object(mailSettings);

/** The domains of work addresses by parsed settings, in ASCII and lower case. */
export function workMailDomainsOf({ WORK_MAIL_DOMAINS }: z.infer<typeof shape>, production: boolean): readonly string[] {
  return Object.freeze(WORK_MAIL_DOMAINS ?? (production ? [] : ['town.example']));
}

/** A mail server, and the sender of the mails that it gets. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** Whether TLS begins with the connection. Otherwise STARTTLS. */
  readonly secure: boolean;
  /** Whether a connection without TLS is refused. */
  readonly needsTls: boolean;
  readonly account: { readonly user: string; readonly pass: string } | undefined;
  readonly from: string;
}

/** Where mails go: to a server, in development to a folder, or nowhere. */
export type MailConfig = MailServer | 'FOLDER' | 'NOWHERE';

/** What is wrong with the settings together, by setting. */
export function mailProblems({ SMTP_URL, MAIL_FROM }: z.infer<typeof shape>): readonly string[] {
  return [
    ...(SMTP_URL !== undefined && MAIL_FROM === undefined ? ['MAIL_FROM: SMTP_URL needs the address of the sender'] : []),
    ...(SMTP_URL === undefined && MAIL_FROM !== undefined ? ['SMTP_URL: MAIL_FROM needs a mail server'] : []),
  ];
}

/** Where mails go by parsed settings that have no problem. */
export function mailConfigOf({ SMTP_URL, MAIL_FROM }: z.infer<typeof shape>, production: boolean): MailConfig {
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return production ? 'NOWHERE' : 'FOLDER';
  const { protocol, hostname, port, username, password } = new URL(SMTP_URL);
  const secure = protocol === 'smtps:';
  return Object.freeze({
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    needsTls: !secure && !loopback.has(hostname),
    account: username === '' ? undefined : Object.freeze({ user: decodeURIComponent(username), pass: decodeURIComponent(password) }),
    from: MAIL_FROM,
  });
}

/** The names of this machine, to which a connection needs no TLS. */
const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

function problemOf(text: string): string | undefined {
  if (!URL.canParse(text)) return 'must be a URL such as smtps://name:password@mail.example';
  const { protocol, hostname, pathname, username, password, search, hash } = new URL(text);
  if (!/^smtps?:$/.test(protocol)) return 'must begin with smtps:// or smtp://';
  if (hostname === '') return 'must name a host';
  // A library that reads such a URL takes options from it, also those that leave out the check of certificates.
  if (!['', '/'].includes(pathname) || search !== '' || hash !== '') return 'must end after host and port';
  if ((username === '') !== (password === '')) return 'must have both name and password, or neither';
  return canDecode(username) && canDecode(password) ? undefined : 'has a name or password with a wrong percent sign: write it as %25';
}

function canDecode(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
