import Bowser from 'bowser';

/** On what someone signed in, as far as its owner needs to tell own sessions apart. */
export interface Device {
  /** Its name, without a version; null: it is not known. */
  readonly browser: string | null;
  /** The kind of device or the operating system; null: it is not known. */
  readonly system: string | null;
}

/** The description of an unknown browser. */
export const unknownDevice: Device = { browser: null, system: null };

/** Characters of the header that are read. */
const longest = 512;

/** Our names by those of the library. */
const browsers: Readonly<Record<string, string>> = {
  Chrome: 'Chrome',
  Chromium: 'Chromium',
  DuckDuckGo: 'DuckDuckGo',
  Firefox: 'Firefox',
  'Microsoft Edge': 'Edge',
  Opera: 'Opera',
  Safari: 'Safari',
  'Samsung Internet for Android': 'Samsung Internet',
  Vivaldi: 'Vivaldi',
};
const systems: Readonly<Record<string, string>> = {
  Android: 'Android',
  'Chrome OS': 'Chromebook',
  Linux: 'Linux',
  Windows: 'Windows',
  macOS: 'Mac',
  iPad: 'iPad',
  iPhone: 'iPhone',
};

/**
 * Describes the browser of a sign-in. Only names of the lists above come out of it, so that no text of a client, and nothing that tells
 * people with the same kind of device apart, is kept.
 * @param userAgent the header `User-Agent` (RFC 9110 §10.1.5)
 */
export function describeDevice(userAgent: string | undefined): Device {
  if (!userAgent) return unknownDevice;
  const { browser, os, platform } = Bowser.parse(userAgent.slice(0, longest));
  const named = own(browsers, browser.name);
  if (named === undefined) return unknownDevice;
  const system = own(systems, os.name === 'iOS' ? platform.model : os.name) ?? null;
  // On an iPad, Safari says that it is on a Mac.
  return { browser: named, system: system === 'Mac' && named === 'Safari' ? 'Mac/iPad' : system };
}

function own(names: Readonly<Record<string, string>>, name: string | undefined): string | undefined {
  return name !== undefined && Object.hasOwn(names, name) ? names[name] : undefined;
}
