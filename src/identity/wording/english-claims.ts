import type { ClaimMail, IdentityWording } from './wording.ts';

/** The texts about the claim of a record. */
export const englishClaims: Pick<IdentityWording, 'contestRequest'> & {
  readonly accountMails: Pick<IdentityWording['accountMails'], 'CLAIM_SECOND_PART' | ClaimMail>;
} = {
  contestRequest:
    'An account was connected with my record, or is about to be, and it was not me. Please find out who it was. If an account is connected, disconnect it from my record.',
  accountMails: {
    CLAIM_ISSUED: {
      subject: 'A code for your record was handed out',
      text: 'A counter of the municipality handed out a code with which an account is connected with your record. A second employee has to confirm it: this address is on your record for too short a time to get the second code.\n\nIf you were not at the counter, open this link now, and the code is of no use any more:\n\n{link}\n\nIt can be used within {days} days. You can also come to a counter, or ask the privacy office without an account.\n',
    },
    CLAIM_SECOND_PART: {
      subject: 'Your second code',
      text: 'A counter of the municipality handed out a code with which an account is connected with your record. This is the second code that it takes:\n\n{code}\n\nBoth can be used once, within a day. Give them to nobody, and to no employee either.\n\nIf you were not at the counter, open this link now, and the codes are of no use any more:\n\n{link}\n\nIt can be used within {days} days. You can also come to a counter, or ask the privacy office without an account.\n',
    },
    CLAIM_CONFIRMED: {
      subject: 'The second code for somebody at your counter',
      text: 'You confirmed who somebody is to whom a colleague gave a code. This is the second code. Give it to that person alone:\n\n{code}\n\nIt can be used once, as long as the code of your colleague. If you confirmed nobody, tell the privacy office at once.\n',
    },
    RECORD_CLAIMED: {
      subject: 'An account is connected with your record',
      text: 'An account was connected with your record. From now on it sees your record and acts as you.\n\nIf it was not you, open this link now. The account then stops acting as you until the privacy office has decided:\n\n{link}\n\nIt can be used within {days} days. You can also come to a counter, or ask the privacy office without an account.\n',
    },
    CLAIM_CONTESTED: {
      subject: 'An account no longer acts as you',
      text: 'Somebody told us that an account was not connected with your record by you. It does not act as you until the privacy office has decided, and it is signed out everywhere.\n\nIf you connected it, come to a counter with proof of who you are. If codes are handed out for your record again and it is not you, open this link:\n\n{link}\n\nIt can be used within {days} days.\n',
    },
    CLAIM_UNDONE: {
      subject: 'An account was disconnected from your record',
      text: 'The privacy office disconnected an account from your record. It is signed out everywhere, and no longer sees your record. To connect your own account, come to a counter for a new code.\n\nIf codes are handed out for your record and it is not you, open this link:\n\n{link}\n\nIt can be used within {days} days.\n',
    },
  },
};
