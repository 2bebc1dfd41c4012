import { fill } from '../../../platform/language/fill.ts';
import type { PageWording } from '../../wording/page-wording.ts';

/** Says when someone can try again. @param seconds until then */
export function sayWait({ shared }: Pick<PageWording, 'shared'>, seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? shared.waitOneMinute : fill(shared.waitMinutes, { minutes: String(minutes) });
}
