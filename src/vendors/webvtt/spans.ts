/** Who says what in a cue: voice tags, else names before a colon; without tags and with its characters written out. */

export interface Span {
  /** undefined where the cue names nobody. */
  speaker: string | undefined;
  text: string;
}

/** Tags of the format alone: what else stands in angle brackets is text, such as a recorder's `<phone>`. */
const tag =
  /<(?:(v)(?:\.[^\s<>]*)?(?:\s([^<>]*))?|(\/v)\s*|\/?(?:c|b|i|u|ruby|rt|lang)(?:[.\s][^<>]*)?|\/?|[\d:.]+)>/g;

/** Which names before a colon are speakers'. */
export interface Names {
  /** Whether a name is an agent's or a customer's. */
  isRole(name: string): boolean;
  /** Whether another one may be a speaker's; any may unless given. */
  isKnown?(name: string): boolean;
}

/**
 * Names by all cues of a file. One word that is no role is a speaker's only where more than amounts stands behind it. Who is named
 * by two words has said what follows, whatever it is: his name is not to stay within the words.
 */
export function namesIn(payloads: readonly string[], isRole: Names['isRole']): Names {
  const saying = new Set<string>();
  for (const payload of payloads)
    for (const { speaker, text } of spansIn(payload, { isRole }))
      if (speaker !== undefined && !amount.test(text)) saying.add(speaker);
  return { isRole, isKnown: (name) => saying.has(name) || fullName.test(name) };
}

const amount = /^(?:\p{Sc}|[A-Z]{3} )?\s*\d/u;
const fullName = /^\p{Lu}[^\s\d]*(?: \p{Lu}[^\s\d]*)+$/u;

/** What is read out or pointed at: "Total: 50 pounds", "Order Number: AB", "Note: call back". */
const labels = new Set(
  `total subtotal amount balance price cost fee deposit sum number code pin reference ref order account booking address postcode
  date time email phone name subject note notes nb ps warning reminder remember important question answer step option example
  result update monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday so then and but or also plus
  however anyway well okay ok yes no right sorry now first second third finally because`.split(
    /\s+/,
  ),
);

export function spansIn(payload: string, names: Names): Span[] {
  const pieces: Span[] = [];
  let speaker: string | undefined;
  let isVoiced = false;
  let from = 0;
  let text = '';
  const put = () => {
    pieces.push({ speaker, text: written(text) });
    text = '';
  };
  for (const { 0: whole, 1: voice, 2: name = '', 3: ending, index } of payload.matchAll(tag)) {
    text += payload.slice(from, index);
    from = index + whole.length;
    if (voice === undefined && ending === undefined) continue;
    put();
    isVoiced = true;
    speaker = ending === undefined ? plain(written(name)) || undefined : undefined;
  }
  text += payload.slice(from);
  put();
  const spans = isVoiced ? pieces : pieces.flatMap((piece) => byPrefix(piece.text, names));
  return spans
    .map((span) => ({ ...span, text: plain(span.text) }))
    .filter((span) => span.text !== '');
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

const prefix = /^\s*(?:-\s*)?([^\s:][^:]{0,39}):\s+(?=\S)/;

/** A line without a name goes on with what was said on the line before. */
function byPrefix(text: string, names: Names): Span[] {
  const spans: Span[] = [];
  for (const line of text.split('\n')) {
    const [start = '', name] = prefix.exec(line) ?? [];
    const last = spans.at(-1);
    if (name !== undefined && isSpeaker(plain(name), names))
      spans.push({ speaker: plain(name), text: line.slice(start.length) });
    else if (last) last.text += ` ${line}`;
    else spans.push({ speaker: undefined, text: line });
  }
  return spans;
}

/** "Customer number: 4471" is something that is said: behind the first word of a name stand names and numbers. */
function isSpeaker(name: string, { isRole, isKnown = () => true }: Names): boolean {
  const [first = '', ...rest] = name.split(' ');
  if (/[.?!,;]/.test(name) || rest.length > 3) return false;
  const isName = (word: string) => /^[([]?[\p{Lu}\d#]/u.test(word);
  if (!rest.every(isName)) return false;
  const isLabel = [first, ...rest].some((word) => labels.has(word.toLowerCase()));
  return isRole(name) || (isName(first) && !isLabel && isKnown(name));
}

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  // Marks of direction are not seen, and words must be comparable.
  lrm: '',
  rlm: '',
};

/** Each once: `&amp;lt;` is a text that says `&lt;`. */
const written = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,4}));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
      return character(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
    },
  );

/** A number that is no character, or half of one, would break what is written later. */
const character = (code: number): string =>
  code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
    ? '\uFFFD'
    : String.fromCodePoint(code);
