/**
 * Values of slots: made, spelled the way people spell them, and heard the way the bot's extractors hear them. The
 * extractors are real and imperfect; what the bot misses or mistakes follows from them.
 */
import type { Random } from '../lib/random.js';
import type { ValueKind } from './world.js';

const dayMs = 86_400_000;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const towns = ['LS', 'BS', 'NG', 'EH', 'CF', 'M', 'SE', 'NE', 'BN', 'YO'];
const firstNames = ['anna', 'ben', 'carla', 'dev', 'ella', 'farid', 'grace', 'hugo', 'imani', 'jo'];
const lastNames = ['ashdown', 'birch', 'cole', 'dunmore', 'eastly', 'fenn', 'grieve', 'holt'];

const two = (n: number) => String(n).padStart(2, '0');
const iso = (at: number) => new Date(at).toISOString().slice(0, 10);

function digits(length: number, random: Random): string {
  let text = String(random.int(1, 9));
  while (text.length < length) text += String(random.int(0, 9));
  return text;
}

/** A canonical value; `now` (epoch ms) is what dates are counted from. */
export function makeValue(kind: ValueKind, random: Random, now: number): string {
  switch (kind.type) {
    case 'digits':
      return digits(kind.length, random);
    case 'phone':
      return `+447${random.pick(['4', '5', '7', '8'])}${random.int(10, 69)}${digits(6, random)}`;
    case 'email':
      return `${random.pick(firstNames)}.${random.pick(lastNames)}${random.int(1, 99999)}@example.${random.pick(['com', 'org', 'net'])}`;
    case 'postcode':
      return `${random.pick(towns)}${random.int(1, 28)} ${random.int(1, 9)}${random.pick(['AB', 'DJ', 'HT', 'LP', 'QX', 'RW', 'ZU'])}`;
    case 'amount':
      return (random.int(kind.low * 100, kind.high * 100) / 100).toFixed(2);
    case 'date':
      return iso(now + random.int(kind.from, kind.to) * dayMs);
    case 'choice':
      return random.pick(Object.keys(kind.values));
  }
}

function spellPhone(e164: string, random: Random): string {
  const local = `0${e164.slice(3)}`;
  const grouped = `${local.slice(0, 5)} ${local.slice(5)}`;
  return random.pick([
    local,
    grouped,
    `${local.slice(0, 5)} ${local.slice(5, 8)} ${local.slice(8)}`,
    `+44 ${grouped.slice(1)}`,
    e164,
    `0044${e164.slice(3)}`,
    `+44(0)${e164.slice(3, 7)}-${e164.slice(7)}`,
  ]);
}

function ordinal(day: number): string {
  const end = day % 10;
  if (day >= 11 && day <= 13) return `${day}th`;
  return `${day}${end === 1 ? 'st' : end === 2 ? 'nd' : end === 3 ? 'rd' : 'th'}`;
}

function spellDate(value: string, random: Random): string {
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
  const name = months[month - 1] ?? '';
  return random.pick([
    `${two(day)}/${two(month)}/${year}`,
    `${two(day)}/${two(month)}/${year}`,
    `${day}/${month}/${year}`,
    `${day} ${name} ${year}`,
    `${day} ${name.slice(0, 3).toLowerCase()} ${year}`,
    `${ordinal(day)} of ${name.toLowerCase()} ${year}`,
    `${ordinal(day)} ${name} ${year}`,
    `${two(day)}.${two(month)}.${year}`,
    `${name} ${day} ${year}`,
  ]);
}

function spellDigits(value: string, size: number, random: Random): string {
  const groups = value.match(new RegExp(`.{1,${size}}`, 'g')) ?? [value];
  return random.pick([value, value, value, value, groups.join(' '), groups.join('-')]);
}

function spellAmount(value: string, random: Random): string {
  const [pounds = '0', pence = '00'] = value.split('.');
  const whole = pence === '00';
  return random.pick([
    `£${value}`,
    `£${value}`,
    value,
    `${value} pounds`,
    whole ? `${pounds} quid` : `${pounds} pounds ${pence}`,
    `£${pounds.replace(/(?=(\d{3})+$)(?<=\d)/g, ',')}.${pence}`,
  ]);
}

/** One of the ways in which people write or say a value. */
export function spellValue(kind: ValueKind, value: string, random: Random): string {
  switch (kind.type) {
    case 'digits':
      return spellDigits(value, kind.groups, random);
    case 'phone':
      return spellPhone(value, random);
    case 'email':
      return random.pick([value, value, value, value.toUpperCase(), value.replace('@', ' at ')]);
    case 'postcode':
      return random.pick([
        value,
        value,
        value.toLowerCase(),
        value.replace(' ', ''),
        value.toLowerCase().replace(' ', ''),
      ]);
    case 'amount':
      return spellAmount(value, random);
    case 'date':
      return spellDate(value, random);
    case 'choice':
      return random.pick([value, value, ...(kind.values[value] ?? [])]);
  }
}

/** The spelling that the bot's extractor reads. */
export function plainly(kind: ValueKind, value: string): string {
  if (kind.type === 'amount') return `£${value}`;
  if (kind.type === 'phone') return `0${value.slice(3)}`;
  if (kind.type !== 'date') return value;
  const [year, month, day] = value.split('-').map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}

/** A slip of the keyboard: two neighbouring digits change places, or one is another. Unchanged when it holds none. */
export function mistype(value: string, random: Random): string {
  const places = [...value.matchAll(/\d(?=\d)/g)].map((match) => match.index);
  if (places.length === 0) return value;
  const at = places[places.length - 1 - random.int(0, Math.min(2, places.length - 1))] ?? 0;
  const swapped = value.slice(0, at) + value[at + 1] + value[at] + value.slice(at + 2);
  if (swapped !== value) return swapped;
  return value.slice(0, at) + ((Number(value[at]) + 1) % 10) + value.slice(at + 1);
}

function hearDate(text: string, monthFirst: boolean): string | null {
  const numeric = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/.exec(text);
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[2])];
    // A parser set to the American order swaps day and month wherever both readings are dates.
    const american = monthFirst && first <= 12;
    const [day, month] = american ? [second, first] : [first, second];
    return month <= 12 && day <= 31 ? `${numeric[3]}-${two(month)}-${two(day)}` : null;
  }
  const named = /\b(\d{1,2}) ([a-z]{3,9}) (\d{4})\b/i.exec(text);
  if (!named) return null;
  const month = months.findIndex(
    (name) => name.slice(0, 3).toLowerCase() === named[2]?.slice(0, 3).toLowerCase(),
  );
  return month < 0 ? null : `${named[3]}-${two(month + 1)}-${two(Number(named[1]))}`;
}

function hearAmount(text: string, prompted: boolean): string | null {
  const match =
    /£\s?([\d,]+(?:\.\d{2})?)/.exec(text) ??
    /\b(\d+(?:\.\d{2})?) pounds\b/.exec(text) ??
    /\b(\d+\.\d{2})\b/.exec(text) ??
    (prompted ? /\b(\d+)\b/.exec(text) : null);
  return match?.[1] ? Number(match[1].replaceAll(',', '')).toFixed(2) : null;
}

/**
 * What the bot's extractor reads in a text: a canonical value (the first that fits, right or wrong) or null.
 * `prompted`: the bot has just asked for it, so a bare number will do.
 */
export function hearValue(kind: ValueKind, text: string, prompted: boolean): string | null {
  switch (kind.type) {
    case 'digits': {
      const match = new RegExp(`(?<![\\d+])\\d{${kind.length}}(?!\\d)`).exec(text);
      return match?.[0] ?? null;
    }
    case 'phone': {
      const match = /(?:\+44|\b0)\s?(7\d{3})\s?(\d{6})\b/.exec(text);
      return match ? `+44${match[1]}${match[2]}` : null;
    }
    case 'email':
      return /[\w.]+@[\w.]+\w/.exec(text)?.[0].toLowerCase() ?? null;
    case 'postcode': {
      const match = /\b([A-Z]{1,2}\d{1,2}) (\d[A-Z]{2})\b/i.exec(text);
      return match ? `${match[1]} ${match[2]}`.toUpperCase() : null;
    }
    case 'amount':
      return hearAmount(text, prompted);
    case 'date':
      return hearDate(text, kind.monthFirst === true);
    case 'choice': {
      const low = text.toLowerCase();
      return Object.keys(kind.values).find((value) => low.includes(value.toLowerCase())) ?? null;
    }
  }
}
