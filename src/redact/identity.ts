/** Who a customer is, as hashes; and ids that are somebody's phone number or e-mail address. */
import type { Identity } from '../domain/conversation.js';
import type { Language } from '../language/language.js';
import { phoneForm, validInternational } from '../lib/phone.js';
import { tokenFor } from '../text/tokens.js';
import type { Digest } from './digest.js';

/** Whatever a record says about who the customer is, in the clear. */
export interface Customer {
  id?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  account?: string | undefined;
}

/** What hashes are made with. */
export interface Keyed {
  digest: Digest;
  language: Language;
  /** ISO 3166 code of the country whose spellings are meant. */
  region: string;
}

/** Keyed hashes of what names the customer. */
export function identityOf(customer: Customer, options: Keyed): Identity {
  const { digest, region } = options;
  const identity: Identity = {};
  const id = customer.id?.trim();
  if (id) identity.id = digest(contactForm(id, region) ?? id);
  const phone = customer.phone?.trim().toLowerCase();
  if (phone)
    identity.phone = digest(
      contactForm(phone, region) ?? phoneForm(phone, region) ?? stripped(phone),
    );
  const email = addressIn(customer.email?.trim().toLowerCase() ?? '');
  if (email !== '') identity.email = digest(email);
  const account = stripped(customer.account ?? '');
  if (account) identity.account = digest(options.language.canonical(account, options) ?? account);
  return identity;
}

/** Mail programs write `Jo Doe <jo@example.com>`. */
const addressIn = (email: string): string =>
  /<\s*(?:mailto:)?([^<>\s]+@[^<>\s]+)\s*>/.exec(email)?.[1] ?? email.replace(/^mailto:/, '');

const stripped = (value: string) => value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const emailInside = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/giu;
const scheme = /^(?:whatsapp|sms|mms|tel|signal|viber|rcs|imessage):/i;
const phoneInside = /\+\d{8,15}(?!\d)/g;
/** WhatsApp's own ids: country code and number without the plus. */
const bareNumber = /^[1-9]\d{10,13}$/;

/** An id with tokens where it is, or holds, somebody's phone number or e-mail address. */
export function scrubbed(id: string, options: Keyed): string {
  const whole = contactForm(id, options.region);
  // The whole hash: six digits would make two customers one among many thousands of ids.
  const token = (kind: string, form: string) => tokenFor(kind, options.digest(form));
  if (whole !== null) return (scheme.exec(id)?.[0] ?? '') + token(kindOf(whole), whole);
  return id
    .replace(emailInside, (email) => token('email', email.toLowerCase()))
    .replace(phoneInside, (phone) => {
      const form = phoneForm(phone, options.region);
      return form === null ? phone : token('phone', form);
    });
}

const kindOf = (form: string) => (form.includes('@') ? 'email' : 'phone');

/** The e-mail address or phone number that an id is, in canonical form; null for an ordinary id. */
function contactForm(id: string, region: string): string | null {
  const bare = id.trim().replace(scheme, '');
  if (/^[^\s@]+@[^\s@]+\.\p{L}{2,}$/u.test(bare)) return bare.toLowerCase();
  if (bareNumber.test(bare))
    return scheme.test(id) ? phoneForm(`+${bare}`, region) : validInternational(bare);
  if (!scheme.test(id) && !bare.startsWith('+')) return null;
  return phoneForm(bare, region);
}
