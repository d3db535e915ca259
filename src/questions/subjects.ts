/** What a contact is about, as features that wordings are learned by: an intent, a wrap-up code. */

const intent = 'intent ';
const code = 'code ';

export const intentSubject = (name: string): string => `${intent}${name}`;
export const codeSubject = (name: string): string => `${code}${name}`;

/** The intent that a subject names; undefined where it names none. */
export const intentOf = (subject: string): string | undefined =>
  subject.startsWith(intent) ? subject.slice(intent.length) : undefined;
