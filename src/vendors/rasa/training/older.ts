/** Training data as Rasa 1 wrote it: Markdown, and the JSON of Rasa NLU. Both become `nlu` items as YAML has them. */
import {
  isObject,
  type JsonObject,
  listOf,
  numberOf,
  objectOf,
  textOf,
} from '../../../lib/json.js';

// Each of these takes the time that the length of a text takes: two parts in a row that both take blanks would not.

/** A heading without a colon ends no section. The blanks around a kind and a name are no part of them. */
export const sectionHeading = /^\s*##(?<kind>.+?):(?<name>.+)/;
/** A line that is drawn (`---`) is none. */
export const exampleLine = /^(?<bullet>\s*[-*+]\s*)(?<phrase>(?=\S)(?![-*+\s]*$).*)$/;

/** Stories are Markdown too, and have no such heading. */
export const isNluMarkdown = (text: string): boolean =>
  /^[^\S\r\n\u2028\u2029]*##\s*intent\s*:/im.test(text);

/** One that is never closed is read to the end of the text, once, and is none. */
const comment = /<!--[\s\S]*?(?:(--!*>)|$)/g;

/** From where to where each comment goes. */
export const commentsIn = (text: string): { from: number; to: number }[] =>
  [...text.matchAll(comment)].flatMap(({ 0: whole, 1: closed, index }) =>
    closed === undefined ? [] : [{ from: index, to: index + whole.length }],
  );

/** Rasa takes comments out before it reads lines. Their letters become blanks here, so that all else stays in its place. */
export const withoutComments = (text: string): string =>
  text.replace(comment, (whole, closed?: string) =>
    closed === undefined ? whole : whole.replace(/[^\r\n]/g, ' '),
  );

/**
 * `## intent:greet` and its list. Synonyms, patterns and lookup tables have headings of their own and are passed over, as is all other Markdown.
 * https://legacy-docs-v1.rasa.com/nlu/training-data-format/
 */
export function itemsOfMarkdown(text: string): JsonObject[] {
  const items: { intent: string; examples: string[] }[] = [];
  let open: string[] | null = null;
  for (const line of withoutComments(text).split(/\r?\n/)) {
    const { kind, name } = sectionHeading.exec(line)?.groups ?? {};
    if (kind !== undefined && name !== undefined) {
      const item = { intent: name.trim(), examples: [] };
      open = kind.trim().toLowerCase() === 'intent' ? item.examples : null;
      if (open) items.push(item);
      continue;
    }
    const phrase = exampleLine.exec(line)?.groups?.phrase;
    if (phrase !== undefined) open?.push(phrase);
  }
  return items;
}

/** `rasa_nlu_data.common_examples`; its entities stand by offsets (end exclusive) and are marked in the text. */
export function itemsOfJson(text: string): JsonObject[] {
  const { rasa_nlu_data: data } = objectOf(JSON.parse(text));
  return listOf(objectOf(data).common_examples)
    .filter(isObject)
    .flatMap(({ intent, text: said, entities }) => {
      const [name, phrase] = [textOf(intent), textOf(said)];
      if (name === undefined || phrase === undefined) return [];
      return [{ intent: name, examples: [marked(phrase, listOf(entities).map(objectOf))] }];
    });
}

function marked(text: string, entities: readonly JsonObject[]): string {
  let line = '';
  let at = 0;
  const byPlace = entities.flatMap(({ entity, start, end }) => {
    const [name, from, to] = [textOf(entity), numberOf(start), numberOf(end)];
    return name === undefined || from === undefined || to === undefined ? [] : [{ name, from, to }];
  });
  for (const { name, from, to } of byPlace.sort((a, b) => a.from - b.from)) {
    if (from < at || to <= from || to > text.length) continue;
    line += `${text.slice(at, from)}[${text.slice(from, to)}](${name})`;
    at = to;
  }
  return line + text.slice(at);
}
