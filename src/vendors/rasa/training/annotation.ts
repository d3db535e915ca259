/** A phrase with its annotations read as plain text. Rasa's syntax has no escapes. */
import { listOf, objectOf, textOf } from '../../../lib/json.js';

/**
 * `[Berlin](city)`, `[NYC](city:New York)`, `[Berlin]{"entity": "city", "role": "to"}`, and with several entities on the
 * same words `[Berlin][{"entity": "city"}, {"entity": "place"}]`.
 */
const annotation = /\[([^\]]+)\](?:\(([^)]*)\)|(\{[^}]*\})|(\[\s*\{[^\]]*\}\s*\]))/g;

export interface ReadPhrase {
  text: string;
  /** Entities that are marked in it, with the words that stand for each. */
  entities: { entity: string; words: string }[];
}

export function readPhrase(raw: string): ReadPhrase {
  const entities: ReadPhrase['entities'] = [];
  const text = raw.replace(
    annotation,
    (whole: string, words: string, short?: string, one?: string, several?: string) => {
      const names = short === undefined ? entitiesOf(one ?? several ?? '') : [shortName(short)];
      if (names.length === 0 || names.includes('')) return whole;
      entities.push(...names.map((entity) => ({ entity, words })));
      return words;
    },
  );
  return { text, entities };
}

const shortName = (short: string): string => short.split(':')[0] ?? '';

function entitiesOf(json: string): string[] {
  try {
    const value: unknown = JSON.parse(json);
    const list = Array.isArray(value) ? listOf(value) : [value];
    return list.flatMap((item) => textOf(objectOf(item).entity) ?? []);
  } catch {
    return [];
  }
}

/** Phrases with the same key are the same to a classifier: letter case and spaces do not count. */
export function keyOf(plain: string): string {
  return plain.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}
