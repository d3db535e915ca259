/** Reading YAML nodes, which keep their places in the text. */
import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';

/** The node under a key; null where there is none. */
export function at(map: YAMLMap, key: string): Node | null {
  const node = map.get(key, true);
  return (node as Node | undefined) ?? null;
}

/** @throws Error for a node that was made and not read, which is our own bug. */
export function rangeOf(node: Node): [start: number, end: number] {
  if (!node.range) throw new Error('[vendors] [rasa] a node without a place');
  return [node.range[0], node.range[1]];
}

/** Names in a list of names and of one-key maps (`- greet`, `- order: {use_entities: []}`). */
export function namesIn(node: Node | null): string[] {
  if (!isSeq(node)) return [];
  return node.items.flatMap((item) => {
    if (isScalar(item)) return [String(item.value)];
    if (isMap(item)) return item.items.slice(0, 1).map((pair) => keyName(pair.key));
    return [];
  });
}

export function keysOf(node: Node | null): string[] {
  return isMap(node) ? node.items.map((pair) => keyName(pair.key)) : [];
}

function keyName(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}
