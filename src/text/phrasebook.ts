/** Many labelled lists of phrases in one trie of words, so that a turn is read once for all of them. */

export interface Hit<Label> {
  label: Label;
  /** Positions of words, `to` exclusive. */
  from: number;
  to: number;
}

interface Node<Label> {
  next: Map<string, Node<Label>>;
  labels: Label[];
}

/** Every occurrence of every phrase, by position, longer ones first. Cost: a map look-up a word, more only where one fits. */
export type Phrasebook<Label> = (words: readonly string[]) => Hit<Label>[];

export function createPhrasebook<Label>(
  entries: Iterable<readonly [words: readonly string[], label: Label]>,
): Phrasebook<Label> {
  const root: Node<Label> = { next: new Map(), labels: [] };
  for (const [words, label] of entries) if (words.length > 0) add(root, words, label);
  return (words) => {
    const hits: Hit<Label>[] = [];
    for (let from = 0; from < words.length; from++) collect(root, words, from, hits);
    return hits;
  };
}

function add<Label>(root: Node<Label>, words: readonly string[], label: Label): void {
  let node = root;
  for (const word of words) {
    const known = node.next.get(word);
    const next = known ?? { next: new Map(), labels: [] };
    if (!known) node.next.set(word, next);
    node = next;
  }
  if (!node.labels.includes(label)) node.labels.push(label);
}

function collect<Label>(
  root: Node<Label>,
  words: readonly string[],
  from: number,
  into: Hit<Label>[],
): void {
  const first = into.length;
  let node: Node<Label> | undefined = root;
  for (let to = from; to < words.length; to++) {
    node = node.next.get(words[to] ?? '');
    if (!node) break;
    for (const label of node.labels) into.push({ label, from, to: to + 1 });
  }
  if (into.length - first > 1) into.push(...into.splice(first).reverse());
}

/** What remains when a hit inside an earlier or longer one is dropped. Hits come by position, longer first. */
export function withoutOverlap<Label>(hits: readonly Hit<Label>[]): Hit<Label>[] {
  let end = 0;
  return hits.filter((hit) => {
    if (hit.from < end) return false;
    end = hit.to;
    return true;
  });
}
