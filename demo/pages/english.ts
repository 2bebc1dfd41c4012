/** The sentences of the page that signs in as any persona. */
export const english = {
  title: 'Development: sign in as anybody',
  text: 'These people are invented, and production has no such page. A sign-in ends the session that this browser has.',
  password: 'The password of each account is',
  signIn: 'Sign in',
  signInAs: 'Sign in as',
  refused: 'This persona cannot sign in. Start with the demo population and its own data directory.',
  partners: 'Partners have no pages. Get their tokens with',
} as const;
