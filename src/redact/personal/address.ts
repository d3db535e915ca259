import type { Language } from '../../language/language.js';
import { type PersonalRule, valuesOf } from '../personal-rule.js';
import { sign } from '../signals.js';
import { streetTypes } from '../street-types.js';

/** "4590 County Road 12": roads that are known by their number. */
const numberedRoad = '(?:county|state) (?:road|rd|highway|hwy|route)';
/** Not "20 minutes down the road", "2 more people on the way". */
const plain =
  '(?!(?:minutes?|mins?|hours?|miles?|days?|weeks?|months?|years?|times?|people|km|metres?|meters?|blocks?|more|other|of|on|in|at|the|a|an|my|your|this|that|to|for|per|and|or|from|by|is|are|was|down|up|off|over|pm|am|i|we|it|stars?|units?|dollars?|pounds?)\\b)';
const words = (most: number) => `(?:${plain}[\\p{L}][\\p{L}'’.-]* ){1,${most}}`;

/** None that English words end in, too ("blockade 2"). At the end of the street's name in one word, with the number behind it: Hauptstraße 12, Strandvejen 8b, Kastanjelaan 3. */
const endings =
  '(?:straße|strasse|str\\.|weg|platz|gasse|allee|ufer|damm|laan|straat|plein|gracht|dijk|vej|vejen|vei|veien|vegen|vegur|gata|gatan|gaden|stræti|väg|vägen|katu|utca|ulica)';
/** Before the name, as a word of its own: 12 rue de la Paix, Calle Mayor 5, ul. Długa 3. */
const before = `(?:${[
  ...'rue avenue boulevard chemin impasse allée quai cours calle avenida avda\\.? paseo carrera camino via viale'.split(
    ' ',
  ),
  ...'piazza corso largo vicolo plaza praça rua rúa travessa ul\\. ulica aleja náměstí trg cesta jalan улица ул\\. проспект'.split(
    ' ',
  ),
]
  .map((word) => `[${word.slice(0, 1).toUpperCase()}${word.slice(0, 1)}]${word.slice(1)}`)
  .join('|')})`;
const joined =
  "(?:(?:de|del|della|dei|du|des|da|do|dos|di|la|le|les|las|los|l'|d'|saint|santa|san|von) ?)*";
/** Behind the name, as a word of its own: Rákóczi út 13, Atatürk caddesi 5. */
const behind =
  '(?:út|útja|utca|u\\.|tänav|gatve|iela|prospekt|cesta|ulica|caddesi|sokak|sokağı|terrasse|allé|vei|väg|weg|platz|allee|plein|straße|strasse|laan)';
const capital = "\\p{Lu}[\\p{L}'’-]+";
const number = '\\d{1,4}\\p{L}?(?![\\p{L}\\p{N}])';

const abroad = [
  new RegExp(`(?<!\\p{L})\\p{L}[\\p{L}-]+${endings} ${number}`, 'giu'),
  new RegExp(
    `(?<!\\p{N})\\d{1,4},? (?:bis,? |ter,? )?${before} ${joined}${capital}(?: ${joined}${capital}){0,4}`,
    'gu',
  ),
  new RegExp(
    `(?<!\\p{L})${before} ${joined}(?:${capital} ${joined}){1,4},? ?(?:n[º°.] ?)?${number}`,
    'gu',
  ),
  new RegExp(`(?<!\\p{L})(?:${capital} ){1,4}${behind} ${number}`, 'gu'),
  /\bP\.?O\.? ?box \d{1,6}\b/gi,
];

/** A number, and a word that streets are called by. */
const hinted = new RegExp(
  `(?: |^)${streetTypes}\\b|${endings} \\d|(?:^|[^\\p{L}])(?:${before} |box )|[^\\p{L}]${behind} \\d`,
  'iu',
);

export function address({ numbers: { smallPattern, wordPattern } }: Language): PersonalRule {
  const numbered = new RegExp(`\\d|\\b${smallPattern}\\b`, 'i');
  const shapes = [here(smallPattern, wordPattern), ...abroad];
  return {
    id: 'address',
    needs: ({ digits, signs }) => digits > 0 || (signs & sign.numberWord) !== 0,
    hint: hinted,
    find: ({ text }) =>
      numbered.test(text) ? shapes.flatMap((shape) => valuesOf('address', shape, text)) : [],
  };
}

/** 12 High Street, Flat 3, 221b baker street, forty five ninety county road twelve. */
function here(smallNumber: string, numberWord: string): RegExp {
  const flat = `(?:(?:flat|apartment|apt\\.?|unit|suite|room) ?#?(?:\\d{1,5}\\p{L}?|${smallNumber}),? )?`;
  // House numbers are said two digits at a time.
  const spoken = `${smallNumber}(?:[ -](?:and )?${numberWord}){0,4}`;
  const houseNumber = `(?:\\d{1,5}(?:[ -]?\\p{L}|[ /-]\\d{1,5}\\p{L}?)?|${spoken})(?![\\p{L}\\p{N}]),?`;
  const named = `${words(3)}${streetTypes}\\b\\.?(?! (?:ago|away)\\b)`;
  const byNumber = `${numberedRoad} (?:\\d{1,4}|${smallNumber})(?![\\p{L}\\p{N}])`;
  return new RegExp(
    `(?<![\\p{L}\\p{N}.,:£$€-])${flat}${houseNumber} (?:${byNumber}|${named})`,
    'giu',
  );
}
