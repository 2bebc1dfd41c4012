import type { DataCategory } from '../../generated/schema.ts';

/** What a word in a name speaks of. */
export interface PersonalWord {
  /** As it stands in the name: `birth`, `networkAddress`. */
  readonly word: string;
  /** The category that is likely; undefined where the vocabulary may have none. */
  readonly category: DataCategory | undefined;
}

// Words that speak of a person wherever they stand.
const always: Readonly<Partial<Record<DataCategory | 'OTHER', string>>> = {
  EXISTENCE: 'subjectid datasubjectid',
  NAME:
    'givenname familyname firstname lastname middlename maidenname fullname legalname preferredname personname ' +
    'contactname surname forename nickname',
  BIRTH_DATE: 'birth birthday birthdate birthplace dob',
  EMAIL: 'email mail mailbox',
  TELEPHONE: 'phone telephone mobile cell cellphone fax',
  ADDRESS: 'address street postal postcode zip zipcode',
  NETWORK_ADDRESS: 'networkaddress ipaddress macaddress ip ipv4 ipv6 mac',
  DEVICE: 'useragent',
  CREDENTIAL: 'password passphrase',
  CREDIT: 'creditscore creditrating creditworthiness',
  OTHER:
    'gender sex pronoun sin ssn socialinsurance passport licence license licenceplate bank iban accountnumber cardnumber creditcard ' +
    'salary wage income health medical diagnosis disability allergy blood ethnicity religion nationality citizenship marital spouse ' +
    'biometric fingerprint signature',
};

// Words that speak of a person only where the object is somebody's: a service has a name as well.
const ofSomebody: Readonly<Partial<Record<DataCategory, string>>> = {
  NAME: 'name',
  INITIALS: 'initials',
  AGE: 'age',
  ADDRESS: 'latitude longitude',
  LOCALITY: 'locality',
};

// As many words as the longest of these has when it is written apart.
const mostWords = 3;

/**
 * The first part of a name that speaks of a person, or undefined. Names are read word by word, so that
 * `description` holds no `ip`.
 * @param isSomebodys whether the name is that of a field whose objects are about a person
 * @param people lower-case names of the types that are people, with the category of their existence: their ids
 *   and names are personal anywhere
 */
export function personalWord(name: string, isSomebodys: boolean, people: ReadonlyMap<string, DataCategory>): PersonalWord | undefined {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  for (let length = mostWords; length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const word = words.slice(start, start + length).join('');
      const category = categoryOf(word.toLowerCase(), isSomebodys, people);
      if (category !== undefined) return { word, category: category === 'OTHER' ? undefined : category };
    }
  }
  return undefined;
}

function categoryOf(word: string, isSomebodys: boolean, people: ReadonlyMap<string, DataCategory>): DataCategory | 'OTHER' | undefined {
  const singulars = [word, word.replace(/s$/, ''), word.replace(/es$/, '')];
  for (const [person, existence] of people) {
    if (singulars.includes(`${person}id`)) return existence;
    if (singulars.includes(`${person}name`)) return existence === 'EXISTENCE' ? 'NAME' : existence;
  }
  for (const list of isSomebodys ? [always, ofSomebody] : [always]) {
    for (const [category, words] of Object.entries(list)) {
      if (words.split(' ').some((known) => singulars.includes(known))) return category as DataCategory | 'OTHER';
    }
  }
  return undefined;
}
