/** How a text looks once a hurried hand or a speech recogniser has been at it. Digits are left alone: values stay true. */
import type { Channel } from '../domain/records.js';
import type { Random } from '../lib/random.js';

function typo(text: string, random: Random): string {
  const words = text.split(' ');
  const long = words.flatMap((word, i) => (/^[a-z]{5,}$/i.test(word) ? [i] : []));
  if (long.length === 0) return text;
  const at = random.pick(long);
  const word = words[at] ?? '';
  const cut = random.int(1, word.length - 2);
  words[at] = random.chance(0.5)
    ? word.slice(0, cut) + (word[cut + 1] ?? '') + (word[cut] ?? '') + word.slice(cut + 2)
    : word.slice(0, cut) + word.slice(cut + 1);
  return words.join(' ');
}

/** A transcript of speech: no capitals, no punctuation but what belongs to a number, a date or an address. */
export function spoken(text: string): string {
  return text
    .toLowerCase()
    .replace(/[?!;:"]/g, '')
    .replace(/[.,](?=\s|$)/g, '')
    .replace(/ - /g, ' ');
}

/** What the customer typed or was heard to say. */
export function asWritten(text: string, channel: Channel, random: Random): string {
  if (channel === 'voice') return spoken(text);
  const slipped = random.chance(0.12) ? typo(text, random) : text;
  return random.chance(0.15) ? `${slipped.charAt(0).toUpperCase()}${slipped.slice(1)}.` : slipped;
}
