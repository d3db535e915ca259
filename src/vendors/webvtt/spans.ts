/** Who says what in a cue: voice tags, else names before a colon; without tags and with its characters written out. */

export interface Span {
  /** undefined where the cue names nobody. */
  speaker: string | undefined;
  text: string;
}

/** Tags of the format alone: what else stands in angle brackets is text, such as a recorder's `<phone>`. */
const tag =
  /<(?:(v)(?:\.[^\s<>]*)?(?:\s([^<>]*))?|(\/v)\s*|\/?(?:c|b|i|u|ruby|rt|lang)(?:[.\s][^<>]*)?|\/?|[\d:.]+)>/g;

/** @param isRole whether a name is an agent's or a customer's */
export function spansIn(payload: string, isRole: (name: string) => boolean): Span[] {
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
  const spans = isVoiced ? pieces : pieces.flatMap((piece) => byPrefix(piece.text, isRole));
  return spans
    .map((span) => ({ ...span, text: plain(span.text) }))
    .filter((span) => span.text !== '');
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

const prefix = /^\s*(?:-\s*)?([^\s:][^:]{0,39}):\s+(?=\S)/;

/** A line without a name goes on with what was said on the line before. */
function byPrefix(text: string, isRole: (name: string) => boolean): Span[] {
  const spans: Span[] = [];
  for (const line of text.split('\n')) {
    const [start = '', name] = prefix.exec(line) ?? [];
    const last = spans.at(-1);
    if (name !== undefined && isSpeaker(name, isRole))
      spans.push({ speaker: plain(name), text: line.slice(start.length) });
    else if (last) last.text += ` ${line}`;
    else spans.push({ speaker: undefined, text: line });
  }
  return spans;
}

/** "Customer number: 4471" is something that is said: behind the first word of a name stand names and numbers. */
function isSpeaker(name: string, isRole: (name: string) => boolean): boolean {
  const [first = '', ...rest] = plain(name).split(' ');
  if (/[.?!,;]/.test(name) || rest.length > 3) return false;
  const isName = (word: string) => /^[([]?[\p{Lu}\d#]/u.test(word);
  return rest.every(isName) && (isName(first) || isRole(name.trim()));
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
