import { englishClaims } from './english-claims.ts';
import type { IdentityWording } from './wording.ts';

/** The mails about accounts and invitations, in English. */
export const englishMails: Omit<IdentityWording, 'owner' | 'problem' | 'pages'> = {
  contestRequest: englishClaims.contestRequest,
  accountMails: {
    REGISTER: {
      subject: 'Your new account',
      text: 'Open this link to choose a password for your new account:\n\n{link}\n\nIt can be used once, within {hours} hours.\n\nSomebody gave this address to register. If it was not you, ignore this mail: without the link there is no account.\n',
    },
    REGISTERED: {
      subject: 'You have an account',
      text: 'Somebody gave this address to register, but it has an account already. If it was you and you do not know your password, open this link to choose a new one:\n\n{link}\n\nIt can be used once, within {hours} hours. If it was not you, ignore this mail: nothing is changed.\n',
    },
    RESET: {
      subject: 'Your new password',
      text: 'Open this link to choose a new password:\n\n{link}\n\nIt can be used once, within {hours} hours.\n\nSomebody asked for it. If it was not you, ignore this mail: your password stays as it is.\n',
    },
    PASSWORD_CHANGED: {
      subject: 'Your password was changed',
      text: 'The password of your account was changed. If it was not you, ask for a new password now, and tell us.\n',
    },
    CHANGE_EMAIL: {
      subject: 'Your new address',
      text: 'Open this link to sign in with this address from now on:\n\n{link}\n\nIt can be used once, within {hours} hours.\n\nThe owner of an account gave this address. If it was not you, ignore this mail: without the link nothing is changed.\n',
    },
    OLD_EMAIL: {
      subject: 'Another address for your account',
      text: 'Open this link to give your account another email address:\n\n{link}\n\nOpen it in the browser in which you asked for it. It can be used once, within {hours} hours.\n\nSomebody who signed in to your account asked for it. If it was not you, do not open the link: somebody else knows your password. Ask for a new password now.\n',
    },
    FIRST_PASSKEY: {
      subject: 'Your first passkey',
      text: 'Open this link to add the first passkey to your account:\n\n{link}\n\nOpen it in the browser in which you asked for it. It can be used once, within {hours} hours.\n\nSomebody who signed in to your account asked for it. If it was not you, do not open the link: somebody else knows your password. Ask for a new password now.\n',
    },
    ...englishClaims.accountMails,
    EMAIL_TAKEN: {
      subject: 'This address has an account',
      text: 'Somebody wanted to sign in to another account with this address, but it has an account already. If it was you, sign in with this address, or choose another one. If it was not you, ignore this mail: nothing is changed.\n',
    },
    EMAIL_CHANGED: {
      subject: 'Your account has another address',
      text: 'From now on, you sign in to your account with another address, and mails go there. If it was not you, tell us at once: we close the account until it is yours again.\n',
    },
    PASSKEY_ADDED: {
      subject: 'Your account has a new passkey',
      text: 'A passkey was added to your account. From now on it signs in. If it was not you, ask for a new password now, and tell us at once: we remove the passkeys of the account.\n',
    },
    PASSKEY_REMOVED: {
      subject: 'A passkey of your account was removed',
      text: 'A passkey was removed from your account, and every browser and app was signed out. If it was not you, ask for a new password now, and tell us at once.\n',
    },
    RECOVERY_CODES_MADE: {
      subject: 'Your account has new recovery codes',
      text: 'New recovery codes were made for your account, and the earlier ones are of no use any more. If it was not you, ask for a new password now, and tell us at once: we remove them.\n',
    },
    RECORD_CONNECTED: {
      subject: 'Your account shows a record now',
      text: 'Your account was connected with a record that we keep. Every browser and app was signed out, and passkeys and recovery codes from before were removed: sign in with your password, and add them again. If it was not you, ask for a new password now, and tell us at once.\n',
    },
    CONTACT: {
      subject: 'Confirm your contact address',
      text: 'Somebody gave this address for a record at the recreation department. If it is yours, or your family’s, and you want us to write to it, open this link:\n\n{link}\n\nIt can be used once, within {hours} hours.\n\nIf you know nothing of it, ignore this mail. Without the link, the address is not confirmed.\n',
    },
    CONTACT_CHANGING: {
      subject: 'Somebody gave another contact address',
      text: 'Somebody gave another email address for your record. It takes the place of the one on record once a link is opened that we mailed to it.\n\nIf you did not ask for it, tell us at once: come to the counter, or write to the privacy office. You need not wait until it has happened.\n',
    },
    CONTACT_CHANGED: {
      subject: 'Your contact address was changed',
      text: 'The email address of your record was changed or removed. We no longer write to the one that was there.\n\nIf you did not ask for it, tell us at once: come to the counter, or write to the privacy office. Your page “Who looked” shows when it happened.\n',
    },
    STAFF_JOINED: {
      subject: 'Your account is used for work now',
      text: 'An invitation to join our staff was accepted with your account. Every browser and app was signed out, and passkeys and recovery codes from before were removed: sign in with your password, and add them again. If it was not you, ask for a new password now, and tell us at once.\n',
    },
  },
  mailedPasskeys: { ended: 'These passkeys no longer sign in:', kept: 'These passkeys sign in to the account:' },
  invitationMail: {
    subject: 'Your invitation to the staff',
    text: 'You are invited to work with the records of the municipality. Register with this address if you have no account yet, and open this page:\n\n{page}\n\nYour code is {code}. It can be used once, within {days} days.\n\nGive it to nobody: no colleague and no administrator needs it.\n',
  },
};
