/** How single letters and digits are said, and how recognisers write down what they hear. */

const letterWords: Record<string, string> = {
  a: 'alpha alfa ay',
  b: 'bravo bee be',
  c: 'charlie see sea cee',
  d: 'delta dee day',
  e: 'echo ee',
  f: 'foxtrot eff ef',
  g: 'golf gee',
  h: 'hotel aitch haitch hatch',
  i: 'india eye',
  j: 'juliet juliett jay',
  k: 'kilo kay',
  l: 'lima el ell',
  m: 'mike em',
  n: 'november en and',
  o: 'oscar oh',
  p: 'papa pee pea',
  q: 'quebec queue cue cube',
  r: 'romeo are ar our or all aw',
  s: 'sierra ess',
  t: 'tango tee tea',
  u: 'uniform you yew',
  v: 'victor vee',
  w: 'whiskey whisky',
  x: 'xray ex',
  y: 'yankee why wye',
  z: 'zulu zed zee said',
};
const digitWords: Record<string, string> = {
  0: 'zero nought naught oh',
  1: 'one won',
  2: 'two to too',
  3: 'three tree free',
  4: 'four for fower',
  5: 'five fife',
  6: 'six',
  7: 'seven',
  8: 'eight ate',
  9: 'nine niner',
};
/** Letters that a recogniser writes where the shape asks for a digit, and the other way round. */
const lookalikes: Record<string, string> = { o: '0', v: '5', i: '1', l: '1', 0: 'o', 1: 'l' };

/** Of the radio alphabet, which nobody uses but to spell; the short ones are words of their own. */
const plainWords = new Set(
  'alpha alfa bravo charlie delta echo foxtrot juliet juliett kilo lima quebec romeo sierra tango whiskey whisky xray yankee zulu india november oscar papa uniform victor mike golf hotel'.split(
    ' ',
  ),
);
const plainDigits = new Set(
  'zero nought one two three four five six seven eight nine niner oh'.split(' '),
);

interface Reading {
  characters: string;
  /** 0 where nothing else can be meant; the higher, the likelier another word. */
  cost: number;
}

const homophoneCost = 1;
const lookalikeCost = 2;

const readings = new Map<string, Reading[]>();
const add = (word: string, characters: string, cost: number) =>
  readings.set(word, [...(readings.get(word) ?? []), { characters, cost }]);

for (const [digit, words] of Object.entries(digitWords))
  for (const word of words.split(' ')) add(word, digit, plainDigits.has(word) ? 0 : homophoneCost);
for (const [letter, words] of Object.entries(letterWords))
  for (const word of words.split(' ')) add(word, letter, plainWords.has(word) ? 0 : homophoneCost);
for (const character of 'abcdefghijklmnopqrstuvwxyz0123456789') {
  add(character, character, 0);
  const lookalike = lookalikes[character];
  if (lookalike !== undefined) add(character, lookalike, lookalikeCost);
}
add('oscar', '0', lookalikeCost);
add('doubleu', 'w', 0);
add('doubleyou', 'w', 0);
const teens =
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
for (const [i, word] of teens.entries()) add(word, `${10 + i}`, 0);

/** "twenty" is 20, and with a digit behind it 21 to 29. */
export const tensWords: Readonly<Record<string, string>> = {
  twenty: '2',
  thirty: '3',
  forty: '4',
  fourty: '4',
  fifty: '5',
  sixty: '6',
  seventy: '7',
  eighty: '8',
  ninety: '9',
};
for (const [word, ten] of Object.entries(tensWords)) add(word, `${ten}0`, 0);

export const repeatWords: Readonly<Record<string, number>> = { double: 2, triple: 3, treble: 3 };

/** What a lower-case word may stand for when somebody spells; nothing for an ordinary word. */
export const readingsOf = (word: string): readonly Reading[] => readings.get(word) ?? [];

/** The radio alphabet: for patterns and tables in other files. */
export const radioWords: readonly string[] = [...plainWords];
export const radioWordPattern = `(?:x-ray|${[...plainWords].join('|')})`;
