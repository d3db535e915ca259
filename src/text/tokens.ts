/** How many of the hash's digits the token of a value in a text has; an id's token has all sixteen. */
export const tokenDigits = 6;
/** The typed tokens that redaction leaves in a text: `⟨phone:9f2c41⟩`. */
const token = /⟨([a-z_]+):([0-9a-f]{6,16})⟩/g;

/** The kind of numbers and codes by which somebody, or something of theirs, is known. */
export const codeKind = 'account';

export interface Token {
  kind: string;
  /** The first digits of the keyed hash of the value's canonical form. */
  hash: string;
  /** UTF-16 units, end exclusive. */
  start: number;
  end: number;
}

export function tokensIn(text: string): Token[] {
  if (!text.includes('⟨')) return [];
  return Array.from(text.matchAll(token), (match) => ({
    kind: match[1] ?? '',
    hash: match[2] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The text with a blank in each token's place. */
export function withoutTokens(text: string): string {
  return text.includes('⟨') ? text.replace(token, ' ') : text;
}

export function hasTokens(text: string): boolean {
  return tokensIn(text).length > 0;
}

export function tokenFor(kind: string, hash: string): string {
  return `⟨${kind}:${hash}⟩`;
}
