/** A dialog skill's JSON, as far as it is read. */
import {
  isObject,
  type JsonObject,
  listOf,
  objectOf,
  parseObject,
  textOf,
} from '../../lib/json.js';
import type { TrainingFile } from '../vendor.js';

export interface Skill {
  file: TrainingFile;
  /** Where the skill is in its file: some exports have it under `workspace`. */
  path: string[];
  root: JsonObject;
  intents: { name: string; description?: string; examples: string[] }[];
  entities: { name: string; values: string[] }[];
  /** What is marked as none of the bot's. */
  counterexamples: string[];
}

export function skillOf(file: TrainingFile): Skill | null {
  const parsed = parseObject(file.text);
  const path = isObject(parsed?.workspace) ? ['workspace'] : [];
  const root = path.length > 0 ? objectOf(parsed?.workspace) : parsed;
  if (!root || !Array.isArray(root.intents) || !Array.isArray(root.dialog_nodes)) return null;
  return {
    file,
    path,
    root,
    intents: root.intents.map(objectOf).map((one) => {
      const description = textOf(one.description);
      return {
        name: textOf(one.intent) ?? '',
        ...(description !== undefined && { description }),
        examples: textsOf(one.examples),
      };
    }),
    entities: listOf(root.entities)
      .map(objectOf)
      .flatMap((one) => {
        const name = textOf(one.entity);
        const values = listOf(one.values).flatMap((value) => textOf(objectOf(value).value) ?? []);
        return name === undefined ? [] : [{ name, values }];
      }),
    counterexamples: textsOf(root.counterexamples),
  };
}

const textsOf = (list: unknown): string[] =>
  listOf(list).flatMap((one) => textOf(objectOf(one).text) ?? []);
