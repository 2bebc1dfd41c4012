/** A word in a name that suggests a person. */
export interface PersonalWord {
  /** As written in the name: `birth`, `networkAddress`. */
  readonly word: string;
  /** The usual name of its category, which an application may not have; undefined: there is no usual one. */
  readonly category: string | undefined;
}

// Words that suggest a person anywhere.
const always: Readonly<Record<string, string>> = {
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

// Words that suggest a person only on objects about a data subject: a service has a name as well.
const personalOnSubjects: Readonly<Record<string, string>> = {
  NAME: 'name',
  INITIALS: 'initials',
  AGE: 'age',
  ADDRESS: 'latitude longitude',
  LOCALITY: 'locality',
};

// The number of words in the longest entry.
const mostWords = 3;

/**
 * The first part of a name that suggests a person, or undefined. Names are read word by word, so `description` contains
 * no `ip`.
 * @param hasSubject whether the name is that of a field whose objects are about a person
 * @param people lower-case names of the types that are people, with the category of their existence: their ids
 *   and names are personal anywhere
 */
export function personalWord(name: string, hasSubject: boolean, people: ReadonlyMap<string, string>): PersonalWord | undefined {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  for (let length = mostWords; length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const word = words.slice(start, start + length).join('');
      const category = categoryOf(word.toLowerCase(), hasSubject, people);
      if (category !== undefined) return { word, category: category === 'OTHER' ? undefined : category };
    }
  }
  return undefined;
}

function categoryOf(word: string, hasSubject: boolean, people: ReadonlyMap<string, string>): string | undefined {
  const singulars = [word, word.replace(/s$/, ''), word.replace(/es$/, '')];
  for (const [person, existence] of people) {
    if (singulars.includes(`${person}id`)) return existence;
    if (singulars.includes(`${person}name`)) return existence === 'EXISTENCE' ? 'NAME' : existence;
  }
  for (const list of hasSubject ? [always, personalOnSubjects] : [always]) {
    for (const [category, words] of Object.entries(list)) {
      if (words.split(' ').some((known) => singulars.includes(known))) return category;
    }
  }
  return undefined;
}
