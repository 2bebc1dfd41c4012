import { englishAccountPages } from './english-account-pages.ts';

/** The sentences of the pages of the authorization server. `{app}`, `{minutes}` and the like are placeholders. */
export const englishPages = {
  shared: {
    email: 'Email address',
    password: 'Password',
    cancel: 'Cancel',
    notSignedIn: 'Email address and password do not match. Check both and try again.',
    waitOneMinute: 'There were too many attempts. Try again in a minute.',
    waitMinutes: 'There were too many attempts. Try again in {minutes} minutes.',
  },
  signIn: {
    title: 'Sign in',
    text: 'You are signing in for {app}.',
    submit: 'Sign in',
    or: 'or',
    passkey: 'Sign in with a passkey',
    register: 'Register',
    forgotten: 'Forgot your password?',
  },
  usePasskey: {
    title: 'Use your passkey',
    text: 'Your device asks for your fingerprint, your face or a PIN.',
    submit: 'Use the passkey',
    back: 'Sign in in another way',
    refused: 'This passkey was not accepted. Try again, or sign in in another way.',
    failed: 'Your device gave no passkey. Try again, or sign in in another way.',
    noScript: 'Passkeys need JavaScript. Allow it for this page, or sign in in another way.',
  },
  passkeyNeeded: {
    title: 'A passkey is needed',
    text: 'What {app} asks for needs a sign-in with a passkey; a password is not enough.',
    submit: 'Sign in with a passkey',
    none: 'No passkey yet?',
    add: 'Add one to your account',
    afterwards: 'Then begin again in the app.',
  },
  consent: {
    title: 'Let {app} act for you?',
    text: '{app} will be able to do what you may do here, until you sign out of it or take this back.',
    actAs: 'You act as',
    allow: 'Allow',
  },
  roles: {
    RESIDENT: 'resident',
    CUSTOMER_SERVICE: 'customer service',
    SUPPORT: 'helpdesk',
    PRIVACY_OFFICER: 'privacy officer',
    SECURITY: 'security',
    STAFF_ADMINISTRATOR: 'staff administrator',
  },
  error: { title: 'This sign-in cannot go on', text: 'Go back to the app and begin again.' },
  links: {
    REGISTER: { title: 'Register', text: 'We send a link to your mailbox. With it you choose a password.' },
    RESET: { title: 'Choose a new password', text: 'We send a link to your mailbox. With it you choose a new password.' },
  },
  askForLink: { submit: 'Send the link' },
  linkAsked: {
    title: 'Check your mailbox',
    text: 'If the address can get a link, an email is on its way. The link can be used once, within two hours. You can close this page.',
  },
  choosePassword: {
    title: 'Choose a password',
    label: 'New password',
    rule: 'At least 12 characters. Several words are easy to remember.',
    submit: 'Set the password',
    problems: {
      TOO_SHORT: 'This password is too short. Choose one of at least 12 characters.',
      TOO_LONG: 'This password is too long. Choose one of at most 256 characters.',
      COMMON: 'Many people use this password or one like it. Choose another.',
      LIKE_EMAIL: 'This password is like your email address. Choose another.',
    },
  },
  linkInvalid: {
    title: 'This link cannot be used',
    text: 'It has already been used, or it has expired.',
    another: 'Ask for another link',
  },
  passwordSet: {
    title: 'Your password is set',
    text: 'You can go back to the app and sign in.',
    question: 'Did the counter give you a code?',
    claim: 'Connect your account with your record',
  },
  confirmEmail: {
    title: 'Confirm your new address',
    text: 'From now on, you sign in with this address, and emails about your account go there:',
    submit: 'Use this address',
  },
  emailChanged: { title: 'Your address is changed', text: 'Sign in with the new address from now on.' },
  emailUnchanged: {
    title: 'This link cannot be used',
    text: 'It has already been used, it has expired, or the address has an account by now. Your address is unchanged.',
  },
  codes: {
    CLAIM: {
      title: 'Connect your account with your record',
      text: 'You need the code that the counter gave you.',
      done: 'Your account is connected',
      next: 'Go back to the app and sign in: you see your record there.',
    },
    INVITATION: {
      title: 'Accept your invitation',
      text: 'You need an account with your work address, and the code of the invitation.',
      done: 'Your invitation is accepted',
      next: 'Sign in to begin.',
    },
  },
  code: {
    label: 'Code',
    submit: 'Use the code',
    refused: 'This code cannot be used with your account. Check it, or ask for another.',
  },
  account: englishAccountPages,
} as const;
