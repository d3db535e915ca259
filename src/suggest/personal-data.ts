import { hasTokens } from '../text/tokens.js';

const emails = /[^\s@]+@[^\s@]+\.[^\s@]+/g;
const numbers = /\d(?:[ .()-]{0,2}\d){4,}/g;
const fiction = /^447700900\d{3}$/;
const counting = '0123456789'.repeat(5);

/** What is personal in a phrase that somebody would import, in words for a person; null where nothing is. */
export function personalData(text: string): string | null {
  if (hasTokens(text) || text.includes('⟨')) return 'a redacted value that was not replaced';
  if ((text.match(emails) ?? []).some((email) => !/@example\.com\b/i.test(email)))
    return 'an e-mail address';
  const digits = (text.match(numbers) ?? []).map((number) => number.replace(/\D/g, ''));
  return digits.some((run) => !fiction.test(run) && !counting.includes(run))
    ? 'a long number'
    : null;
}
