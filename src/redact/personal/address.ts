import type { Language } from '../../language/language.js';
import { type PersonalRule, valuesOf } from '../personal-rule.js';
import { sign } from '../signals.js';

const type =
  '(?:street|str|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|crescent|cres|terrace|gardens|boulevard|blvd|square|grove|mews|highway|parkway|walk|way|place|row|hill|park)';
/** Not "20 minutes down the road", "2 more people on the way". */
const plain =
  '(?!(?:minutes?|mins?|hours?|miles?|days?|weeks?|months?|years?|times?|people|km|metres?|meters?|blocks?|more|other|of|on|in|at|the|a|an|my|your|this|that|to|for|per|and|or|from|by|is|are|was|down|up|off|over|pm|am|i|we|it|stars?|units?|dollars?|pounds?)\\b)';
const words = (most: number) => `(?:${plain}[\\p{L}][\\p{L}'’.-]* ){1,${most}}`;

const abroad = [
  // Hauptstraße 12.
  /(?<!\p{L})\p{L}[\p{L}-]*(?:straße|strasse|str\.|weg|platz|gasse|allee|laan|straat) \d{1,4}\p{L}?(?![\p{L}\p{N}])/giu,
  // 12 rue de la Paix, Calle Mayor 5, via Roma 7.
  /(?<!\p{N})\d{1,4},? (?:bis,? )?(?:rue|avenue|boulevard|chemin|impasse|allée) (?:(?:de|du|des|la|le|les|l'|d'|saint) ?)*\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*/gu,
  /\b(?:[Cc]alle|[Aa]venida|[Vv]ia|[Vv]iale|[Pp]iazza|[Pp]laza|[Rr]ua) (?:(?:de|del|la|las|los|di|da|do) )*\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*,? \d{1,4}(?!\p{N})/gu,
  /\bP\.?O\.? ?box \d{1,6}\b/gi,
];

export function address({ numbers: { smallPattern } }: Language): PersonalRule {
  const numbered = new RegExp(`\\d|\\b${smallPattern}\\b`, 'i');
  const shapes = [here(smallPattern), ...abroad];
  return {
    id: 'address',
    needs: ({ digits, signs }) => digits > 0 || (signs & sign.numberWord) !== 0,
    hint: / (?:str?|street|rd|road|ave|avenue|ln|lane|dr|drive|close|court|cres|crescent|terrace|gardens|blvd|boulevard|square|grove|mews|highway|parkway|walk|way|place|row|hill|park)\b|(?:str|straße|strasse|weg|platz|gasse|allee|laan|straat|rue|chemin|impasse|allée|box|calle|avenida|via|viale|piazza|plaza|rua) /i,
    find: ({ text }) =>
      numbered.test(text) ? shapes.flatMap((shape) => valuesOf('address', shape, text)) : [],
  };
}

/** 12 High Street, Flat 3, 221b baker street. */
function here(smallNumber: string): RegExp {
  const flat = `(?:(?:flat|apartment|apt\\.?|unit|suite|room) ?#?(?:\\d{1,5}\\p{L}?|${smallNumber}),? )?`;
  const houseNumber = `(?:\\d{1,5}(?:[ -]?\\p{L})?|${smallNumber})(?![\\p{L}\\p{N}]),?`;
  return new RegExp(
    `(?<![\\p{L}\\p{N}.,:£$€-])${flat}${houseNumber} ${words(3)}${type}\\b\\.?(?! (?:ago|away)\\b)`,
    'giu',
  );
}
