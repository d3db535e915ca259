/** A Rasa project, merged as Rasa merges it: all files are one. */
import { isObject, type JsonObject, listOf, objectOf, textOf } from '../../../lib/json.js';
import type { TrainingFile } from '../../vendor.js';
import { type Flow, flowsOf } from './flows.js';
import { type NluItem, nluItems } from './nlu.js';
import { type ParsedFiles, parseFiles, type RasaFile } from './parse.js';

export interface RasaProject {
  files: readonly RasaFile[];
  unreadable: ParsedFiles['unreadable'];
  nlu: NluItem[];
  /** Intents that the domain lists, in order. */
  domainIntents: Set<string>;
  /** False where the domain is not among the files. */
  hasDomain: boolean;
  entities: Set<string>;
  slots: Map<string, JsonObject>;
  /** Forms and the slots that each requires. */
  forms: Map<string, string[]>;
  /** CALM's, which stand in place of intents. */
  flows: Flow[];
  /** Texts of each response. */
  responses: Map<string, string[]>;
  actions: Set<string>;
  /** Rules and stories: their steps, and the form that is active before the first. */
  paths: { steps: JsonObject[]; active: string | undefined }[];
  pipeline: JsonObject[];
  policies: JsonObject[];
  language?: string;
}

export function projectOf(trainingFiles: readonly TrainingFile[]): RasaProject {
  const { read: files, unreadable } = parseFiles(trainingFiles);
  const all = (key: string) => files.flatMap(({ data }) => listOf(data[key]));
  const entries = (key: string) => files.flatMap(({ data }) => Object.entries(objectOf(data[key])));
  const language = files.map(({ data }) => textOf(data.language)).find((name) => name);
  const nlu = nluItems(files);
  return {
    files,
    unreadable,
    nlu,
    domainIntents: new Set(all('intents').flatMap(namesOf)),
    hasDomain: files.some(isDomain),
    entities: new Set(all('entities').flatMap(namesOf)),
    slots: new Map(entries('slots').map(([name, slot]) => [name, objectOf(slot)])),
    forms: new Map(entries('forms').map(([name, form]) => [name, requiredSlots(form)])),
    flows: entries('flows').flatMap(([name, flow]) => flowsOf(name, objectOf(flow))),
    responses: new Map(entries('responses').map(([name, list]) => [name, texts(list)])),
    actions: new Set(all('actions').flatMap(namesOf)),
    paths: [...all('rules'), ...all('stories')].map(objectOf).map(({ steps, condition }) => ({
      steps: listOf(steps).map(objectOf),
      active: listOf(condition).flatMap((one) => textOf(objectOf(one).active_loop) ?? [])[0],
    })),
    pipeline: all('pipeline').filter(isObject),
    policies: all('policies').filter(isObject),
    ...(language !== undefined && { language }),
  };
}

export function isDomain({ root }: RasaFile): boolean {
  const keys = ['intents', 'slots', 'forms', 'responses'];
  return !root.has('nlu') && keys.some((key) => root.has(key));
}

/** A retrieval intent is listed by its group alone; its members have the examples. */
export function intentsOf({ domainIntents, nlu }: RasaProject): string[] {
  const groups = new Set(nlu.flatMap(({ intent }) => intent.match(/^([^/]+)\//)?.[1] ?? []));
  const trained = new Set(nlu.map(({ intent }) => intent));
  return [...new Set([...domainIntents, ...trained])].filter(
    (intent) => trained.has(intent) || !groups.has(intent),
  );
}

/** `- greet`, or `- transfer_money: {use_entities: []}`. */
const namesOf = (item: unknown): string[] =>
  isObject(item) ? Object.keys(item) : [textOf(item) ?? []].flat();

/** Rasa 3 lists the slots; Rasa 2 mapped each to how it is filled, under `required_slots` or straight under the form. */
function requiredSlots(form: unknown): string[] {
  const { required_slots: required, ignored_intents: _, ...rest } = objectOf(form);
  if (Array.isArray(required)) return required.flatMap((slot) => textOf(slot) ?? []);
  return Object.keys(isObject(required) ? required : rest);
}

const texts = (list: unknown): string[] =>
  listOf(list).flatMap((item) => textOf(objectOf(item).text) ?? []);
