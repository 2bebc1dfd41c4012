/** Says when somebody can try again. @param seconds until then */
export function sayWait(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return `There were too many attempts. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`;
}
