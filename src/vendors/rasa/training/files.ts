/** The training files of a Rasa project, merged as Rasa merges it: files of a folder are one. */
import { isObject, type JsonObject, listOf, objectOf, textOf } from '../../../lib/json.js';
import type { TrainingFile } from '../../vendor.js';
import { type Flow, flowOf, promptsIn } from './flows.js';
import { notesOnSlots } from './notes.js';
import { itemsOfJson, itemsOfMarkdown } from './older.js';
import { firstLine, isOfRasa, plainValue, readYaml } from './yaml.js';

export interface Project {
  /** Intents of the domain, in order. */
  intents: string[];
  slots: Map<string, JsonObject>;
  /** What a comment says of a slot. */
  notes: Map<string, string>;
  /** Forms and the slots that each requires. */
  forms: Map<string, string[]>;
  /** Texts of each response; Rasa 1 called them templates. */
  responses: Map<string, string[]>;
  nlu: JsonObject[];
  /** Rules and stories: their steps, and the form that is active before the first. */
  paths: { steps: JsonObject[]; active: string | undefined }[];
  pipeline: JsonObject[];
  policies: JsonObject[];
  flows: Map<string, Flow>;
  /** Responses that flows ask for a slot with. */
  prompts: { slot: string; response: string }[];
  language?: string;
  /** Files of Rasa's that cannot be read, each with what is wrong. */
  unreadable: string[];
}

export function projectOf(files: readonly TrainingFile[]): Project {
  const unreadable: string[] = [];
  const roots = files.flatMap(({ path, text }) => {
    try {
      return [rootOf(path, text)];
    } catch (error) {
      // A chart or a template in the project's folder is nobody's training data.
      if (isOfRasa(text)) unreadable.push(`${path}: ${firstLine(error as Error)}`);
      return [];
    }
  });
  const all = (key: string) => roots.flatMap(({ root }) => listOf(root[key]));
  const entries = (key: string) => roots.flatMap(({ root }) => Object.entries(objectOf(root[key])));
  const language = roots
    .map(({ root }) => textOf(root.language))
    .find((name) => name !== undefined);
  return {
    intents: [...new Set(all('intents').flatMap(nameOf))],
    slots: new Map(entries('slots').map(([name, slot]) => [name, objectOf(slot)])),
    notes: new Map(roots.flatMap(({ notes }) => [...notes])),
    forms: new Map(entries('forms').map(([name, form]) => [name, requiredSlots(form)])),
    responses: new Map(
      [...entries('templates'), ...entries('responses')].map(([name, list]) => [name, texts(list)]),
    ),
    nlu: all('nlu').filter(isObject),
    paths: [...all('rules'), ...all('stories')].map(objectOf).map(({ steps, condition }) => ({
      steps: listOf(steps).map(objectOf),
      active: listOf(condition).flatMap((one) => textOf(objectOf(one).active_loop) ?? [])[0],
    })),
    pipeline: all('pipeline').filter(isObject),
    policies: all('policies').filter(isObject),
    flows: new Map(entries('flows').map(([name, flow]) => [name, flowOf(name, flow)])),
    prompts: entries('flows').flatMap(([, flow]) => promptsIn(flow)),
    unreadable,
    ...(language !== undefined && { language }),
  };
}

/** A file's content, and its comments on slots. */
interface Root {
  root: JsonObject;
  notes: Map<string, string>;
}

/** @throws Error where the file is none of what its name says. */
function rootOf(path: string, text: string): Root {
  if (/\.md$/i.test(path)) return { root: { nlu: itemsOfMarkdown(text) }, notes: new Map() };
  if (/\.json$/i.test(path)) return { root: { nlu: itemsOfJson(text) }, notes: new Map() };
  const document = readYaml(text);
  const [error] = document.errors;
  if (error) throw error;
  return { root: objectOf(plainValue(document)), notes: notesOnSlots(document) };
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
