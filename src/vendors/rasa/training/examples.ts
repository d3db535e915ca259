/** Phrases of an intent: out of either form of `examples`, annotations read as plain text. */
import { type JsonObject, listOf, objectOf, textOf } from '../../../lib/json.js';

/** `[Berlin](city)`, `[NYC](city:New York)`, `[Berlin]{"entity": "city", "role": "to"}`, or a list of such objects. */
export const annotation = /\[([^\]]+)\](?:\(([^)]+)\)|(\{[^}]*\}|\[\s*\{[^\]]*\}\s*\]))/g;

export interface Example {
  text: string;
  /** Entities that are marked in it, with the words that stand for each. */
  entities: { entity: string; words: string }[];
}

export function examplesOf({ examples }: JsonObject): Example[] {
  const lines =
    typeof examples === 'string'
      ? dashed(examples)
      : listOf(examples).flatMap((item) => textOf(objectOf(item).text) ?? textOf(item) ?? []);
  return lines.map((line) => exampleOf(line.trim())).filter(({ text }) => text !== '');
}

/** Rasa drops lines that do not begin with a dash, also those with a dash that stand deeper than the first. */
export const dashed = (block: string): string[] =>
  block.split('\n').flatMap((line) => /^-\s*(.*)$/.exec(line)?.[1] ?? []);

function exampleOf(line: string): Example {
  const entities: Example['entities'] = [];
  const text = line.replace(
    annotation,
    (whole: string, words: string, short?: string, long?: string) => {
      const own = short?.split(':')[0];
      const named = own === undefined ? entitiesOf(long ?? '') : [own];
      if (named.length === 0) return whole;
      entities.push(...named.map((entity) => ({ entity, words })));
      return words;
    },
  );
  return { text, entities };
}

/** One object, or a list of them where several extractors marked the same words. */
function entitiesOf(json: string): string[] {
  try {
    return [JSON.parse(json)].flat().flatMap((one) => textOf(objectOf(one).entity) ?? []);
  } catch {
    return [];
  }
}
