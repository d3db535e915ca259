import type { Identity } from '../domain/conversation.js';
import { canonical, phoneForm, validInternational } from './canonical.js';
import type { Digest } from './digest.js';
import { personalValuesIn } from './personal.js';
import type { PersonalValue } from './personal-rule.js';
import { tokenFor } from './tokens.js';

export type Span = [start: number, end: number];

/** Whatever a record says about who the customer is, in the clear. */
export interface Customer {
  id?: string;
  phone?: string;
  email?: string;
  account?: string;
}

export interface Redactor {
  /** Each personal value becomes a token of its kind and the first six digits of its hash. Twice is once. */
  redact(text: string): string;
  /** The same, with the places of parts of the raw text in the redacted one; a part of a value takes its whole token. */
  redactWithSpans(
    text: string,
    spans: readonly (readonly [start: number, end: number])[],
  ): { text: string; spans: Span[] };
  /** 16 hex digits; they begin with those of the token that `redact` puts for the same value. */
  digestValue(value: unknown): string | null;
  identity(customer: Customer): Identity;
  /** Session and contact ids that are somebody's phone number or e-mail address become tokens. */
  scrubId(id: string): string;
}

/** What one pass leaves may come together to a new match; a third pass was never seen to find anything. */
const passes = 4;
const tokenDigits = 6;
/** Prompts and stock phrases come thousands of times a night. */
const mostRemembered = 5_000;

export function createRedactor(options: { digest: Digest; region: string }): Redactor {
  const { digest, region } = options;
  const digestValue = (value: unknown) => {
    const form = canonical(value, options);
    return form === null ? null : digest(form);
  };
  const redactWithSpans: Redactor['redactWithSpans'] = (text, spans) => {
    let result = { text, spans: spans.map(([start, end]): Span => [start, end]) };
    for (let pass = 0; pass < passes; pass++) {
      const values = personalValuesIn(result.text, region);
      if (values.length === 0) break;
      result = replaced(result, values, digestValue);
    }
    return result;
  };
  const redacted = new Map<string, string>();
  const redact = (text: string): string => {
    const known = redacted.get(text);
    if (known !== undefined) return known;
    const result = redactWithSpans(text, []).text;
    if (redacted.size >= mostRemembered) redacted.clear();
    redacted.set(text, result);
    return result;
  };
  return {
    redact,
    redactWithSpans,
    digestValue,
    identity: (customer) => identityOf(customer, options),
    scrubId: (id) => scrubbed(id, options),
  };
}

function replaced(
  before: { text: string; spans: Span[] },
  values: readonly PersonalValue[],
  digestValue: (value: unknown) => string | null,
): { text: string; spans: Span[] } {
  let text = '';
  let from = 0;
  const places: { from: PersonalValue; start: number; end: number }[] = [];
  for (const value of values) {
    const hash = digestValue(before.text.slice(value.start, value.end)) ?? '0'.repeat(tokenDigits);
    text += before.text.slice(from, value.start);
    const start = text.length;
    text += tokenFor(value.kind, hash.slice(0, tokenDigits));
    places.push({ from: value, start, end: text.length });
    from = value.end;
  }
  text += before.text.slice(from);
  const moved = (at: number, side: 'start' | 'end') => {
    let shift = 0;
    for (const place of places) {
      const inside = side === 'start' ? at < place.from.end : at <= place.from.end;
      if (at <= place.from.start && !(side === 'start' && at === place.from.start)) break;
      if (inside) return side === 'start' ? place.start : place.end;
      shift = place.end - place.from.end;
    }
    return at + shift;
  };
  const spans = before.spans.map(([a, b]): Span => [moved(a, 'start'), moved(b, 'end')]);
  return { text, spans };
}

type Keyed = { digest: Digest; region: string };

function identityOf(customer: Customer, options: Keyed): Identity {
  const { digest, region } = options;
  const identity: Identity = {};
  const id = customer.id?.trim();
  if (id) identity.id = digest(contactForm(id, region) ?? id);
  const phone = customer.phone?.trim().toLowerCase();
  if (phone)
    identity.phone = digest(
      contactForm(phone, region) ?? phoneForm(phone, region) ?? stripped(phone),
    );
  const email = customer.email?.trim().toLowerCase();
  if (email) identity.email = digest(email.replace(/^mailto:/, ''));
  const account = stripped(customer.account ?? '');
  if (account) identity.account = digest(canonical(account, options) ?? account);
  return identity;
}

const stripped = (value: string) => value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const emailInside = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/giu;
const scheme = /^(?:whatsapp|sms|mms|tel|signal|viber|rcs|imessage):/i;
const phoneInside = /\+\d{8,15}(?!\d)/g;
/** WhatsApp's own ids: country code and number without the plus. */
const bareNumber = /^[1-9]\d{10,13}$/;

function scrubbed(id: string, options: Keyed): string {
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
