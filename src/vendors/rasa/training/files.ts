/** The YAML of a Rasa project, merged as Rasa merges it: files of a folder are one. */
import { parseDocument } from 'yaml';
import { UsageError } from '../../../domain/errors.js';
import { isObject, type JsonObject, listOf, objectOf, textOf } from '../../../lib/json.js';
import type { TrainingFile } from '../../vendor.js';

export interface Project {
  /** Intents of the domain, in order. */
  intents: string[];
  slots: Map<string, JsonObject>;
  /** Forms and the slots that each requires. */
  forms: Map<string, string[]>;
  /** Texts of each response. */
  responses: Map<string, string[]>;
  nlu: JsonObject[];
  /** Rules and stories: their steps, and the form that is active before the first. */
  paths: { steps: JsonObject[]; active: string | undefined }[];
  pipeline: JsonObject[];
  policies: JsonObject[];
  language?: string;
}

/** @throws UsageError naming every file that is no YAML. */
export function projectOf(files: readonly TrainingFile[]): Project {
  const problems: string[] = [];
  const roots = files.flatMap(({ path, text }) => {
    const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' });
    const [error] = document.errors;
    if (!error) return [objectOf(document.toJS())];
    problems.push(`${path}: ${error.message.split('\n')[0] ?? 'no YAML'}`);
    return [];
  });
  if (problems.length > 0) throw new UsageError(problems);
  const all = (key: string) => roots.flatMap((root) => listOf(root[key]));
  const entries = (key: string) => roots.flatMap((root) => Object.entries(objectOf(root[key])));
  const language = roots.map((root) => textOf(root.language)).find((name) => name !== undefined);
  return {
    intents: [...new Set(all('intents').flatMap(nameOf))],
    slots: new Map(entries('slots').map(([name, slot]) => [name, objectOf(slot)])),
    forms: new Map(entries('forms').map(([name, form]) => [name, requiredSlots(form)])),
    responses: new Map(entries('responses').map(([name, list]) => [name, texts(list)])),
    nlu: all('nlu').filter(isObject),
    paths: [...all('rules'), ...all('stories')].map(objectOf).map(({ steps, condition }) => ({
      steps: listOf(steps).map(objectOf),
      active: listOf(condition).flatMap((one) => textOf(objectOf(one).active_loop) ?? [])[0],
    })),
    pipeline: all('pipeline').filter(isObject),
    policies: all('policies').filter(isObject),
    ...(language !== undefined && { language }),
  };
}

/** `- greet`, or `- transfer_money: {use_entities: []}`. */
const nameOf = (item: unknown): string[] =>
  isObject(item) ? Object.keys(item) : [textOf(item) ?? []].flat();

/** Rasa 3 lists the slots; Rasa 2 mapped each to how it is filled, under `required_slots` or straight under the form. */
function requiredSlots(form: unknown): string[] {
  const { required_slots: required, ignored_intents: _, ...rest } = objectOf(form);
  if (Array.isArray(required)) return required.flatMap((slot) => textOf(slot) ?? []);
  return Object.keys(isObject(required) ? required : rest);
}

const texts = (list: unknown): string[] =>
  listOf(list).flatMap((item) => textOf(objectOf(item).text) ?? []);
