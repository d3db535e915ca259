const units: Record<string, number> = {
  zero: 0,
  nought: 0,
  oh: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
};
const teens: Record<string, number> = {
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
const tens: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const scales: Record<string, number> = { hundred: 100, thousand: 1000, million: 1_000_000 };
export const scaleWordPattern = Object.keys(scales).join('|');
const repeats: Record<string, number> = { double: 2, triple: 3, treble: 3 };
const ordinals: Record<string, string> = {
  first: '1st',
  second: '2nd',
  third: '3rd',
  fourth: '4th',
  fifth: '5th',
  sixth: '6th',
  seventh: '7th',
  eighth: '8th',
  ninth: '9th',
  tenth: '10th',
  eleventh: '11th',
  twelfth: '12th',
  thirteenth: '13th',
  fourteenth: '14th',
  fifteenth: '15th',
  sixteenth: '16th',
  seventeenth: '17th',
  eighteenth: '18th',
  nineteenth: '19th',
  twentieth: '20th',
  thirtieth: '30th',
};

const alternatives = (...lists: Record<string, unknown>[]) => lists.flatMap(Object.keys).join('|');
const numberWord = alternatives(units, teens, tens, scales);
const run = new RegExp(
  `\\b(?:(?:${alternatives(repeats)})[\\s-]+)?(?:${numberWord})` +
    `(?:(?:[\\s,-]+and)?[\\s,-]+(?:(?:${alternatives(repeats)})[\\s-]+)?(?:${numberWord}))*\\b`,
  'g',
);
const anyNumberWord = new RegExp(`\\b(?:${alternatives(units, teens, tens, scales, ordinals)})\\b`);
const ordinal = new RegExp(`(?:\\b(twenty|thirty)[\\s-]+)?\\b(${alternatives(ordinals)})\\b`, 'g');

/** Spoken single digits, as a customer reads out a number: for patterns in other files. */
export const digitWordPattern = `(?:(?:${alternatives(repeats)})[\\s-]+)?(?:${alternatives(units)})`;
/** One number from 1 to 99 in words. */
export const smallNumberPattern = `(?:(?:${alternatives(tens)})(?:[\\s-]+(?:${alternatives(units)}))?|${alternatives(teens)}|${alternatives(units)})`;
/** Between the parts of one number: "775 then 412", "seven five uh six". */
export const thenWordPattern = '(?:(?:and[\\s,.-]+)?then|uh|um|er)';
/** Any word of a number, as people say the parts of a date. */
export const anyNumberWordPattern =
  '(?:oh|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|double|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)';
export const ordinalWordPattern = `(?:(?:twenty|thirty)[\\s-]+)?(?:${alternatives(ordinals)})`;
export const yearWordPattern = `(?:nineteen|twenty|two thousand)(?:[\\s-]+(?:and[\\s-]+)?(?:${alternatives(units, teens, tens)})\\b){0,2}`;

/**
 * Lower-case text with every number in words as digits: "twenty five" is "25", "oh double seven" is "077", "nineteen
 * eighty five" is "1985", "the fifth" is "the 5th". A lone "oh" is a sigh, not a nought.
 */
export function numberWordsToDigits(text: string): string {
  if (!anyNumberWord.test(text)) return text;
  return text
    .replace(/\ba (?=(?:hundred|thousand|million)\b)/g, 'one ')
    .replace(ordinal, (_, ten: string | undefined, word: string) => ordinalDigits(ten, word))
    .replace(run, (words) => (words === 'oh' ? words : digitsOf(words)));
}

function ordinalDigits(ten: string | undefined, word: string): string {
  const digits = ordinals[word] ?? word;
  if (ten === undefined) return digits;
  return digits.length === 3 ? `${(tens[ten] ?? 0) / 10}${digits}` : `${ten} ${digits}`;
}

/** One number of a run: `room` is what may still be added to it ("twenty" has room for 1 to 9). */
interface Group {
  digits: string;
  value: number;
  added: number;
  room: number;
}

function digitsOf(words: string): string {
  const groups: Group[] = [];
  let times = 1;
  for (const word of words.split(/[\s,-]+/)) {
    if (word === 'and') continue;
    if (word in repeats) times = repeats[word] ?? 1;
    else {
      addWord(groups, word, times);
      times = 1;
    }
  }
  return groups.map((group) => (group.digits === '' ? `${group.value}` : group.digits)).join('');
}

function addWord(groups: Group[], word: string, times: number): void {
  const last = groups.at(-1);
  const scale = scales[word];
  if (scale !== undefined) {
    addScale(groups, last, scale);
    return;
  }
  const value = units[word] ?? teens[word] ?? tens[word] ?? 0;
  const room = word in tens ? 10 : 0;
  if (times === 1 && last && value > 0 && value < last.room) {
    last.value += value;
    last.added = value;
    last.room = room;
  } else {
    const digits = times > 1 ? `${value}`.repeat(times) : '';
    groups.push({ digits, value, added: value, room: times > 1 ? 0 : room });
  }
}

function addScale(groups: Group[], last: Group | undefined, scale: number): void {
  if (last === undefined || last.digits !== '' || last.value === 0) {
    groups.push({ digits: '', value: scale, added: scale, room: scale });
    return;
  }
  const scaled = scale === 100 ? last.added : last.value;
  last.value += scaled * (scale - 1);
  last.added = scaled * scale;
  last.room = scale;
}
