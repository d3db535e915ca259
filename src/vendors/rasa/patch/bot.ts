/** What the files say of the bot: its intents, its entities and the forms that collect its slots. */
import { filled, listOf, objectOf, textOf } from '../../../lib/json.js';
import type { TrainingFile } from '../../vendor.js';
import { type Project, projectOf } from '../training/files.js';
import { formsByIntent } from '../training/needs.js';
import { type MarkdownItem, markdownFiles, markdownItems } from './markdown.js';
import { at, keysOf, type NluItem, namesIn, nluItems, type ReadFile, readFiles } from './read.js';

/** Slots that have their values from one entity are told apart by its role or group. */
export interface Entity {
  entity: string;
  role?: string;
  group?: string;
}

export interface Bot {
  files: readonly ReadFile[];
  /** As the reader of training data has it: anchors resolved, files merged. */
  project: Project;
  nlu: NluItem[];
  /** Rasa 1's files of phrases, and their intents. */
  markdown: readonly TrainingFile[];
  older: MarkdownItem[];
  /** Intents that the domain lists. */
  domainIntents: Set<string>;
  /** `unreadable`: it is there, and its YAML is broken. */
  domain: 'read' | 'unreadable' | 'absent';
  entities: Set<string>;
  /** What fills a slot, by the first of its mappings that names an entity. */
  entityBySlot: Map<string, Entity>;
  unreadable: ReturnType<typeof readFiles>['unreadable'];
}

/** @param all files of every kind; those that are YAML maps can be patched */
export function botOf(all: readonly TrainingFile[]): Bot {
  const { read: files, unreadable } = readFiles(all);
  const names = (key: string) => files.flatMap(({ root }) => namesIn(at(root, key)));
  const project = projectOf(all);
  const isBroken = unreadable.some(({ file }) => domainKey.test(file.text));
  return {
    files,
    project,
    nlu: nluItems(files),
    markdown: markdownFiles(all),
    older: markdownItems(all),
    domainIntents: new Set(names('intents')),
    domain: isBroken ? 'unreadable' : files.some(isDomain) ? 'read' : 'absent',
    entities: new Set(names('entities')),
    entityBySlot: new Map(filledFromEntities(project)),
    unreadable,
  };
}

const domainKeys = ['intents', 'entities', 'slots', 'forms'];
const domainKey = new RegExp(`^(?:${domainKeys.join('|')})\\s*:`, 'm');

/** Answers alone make no domain where all are of retrieval intents: those stand beside the phrases. */
export function isDomain({ root }: ReadFile): boolean {
  return (
    domainKeys.some((key) => root.has(key)) ||
    keysOf(at(root, 'responses')).some((key) => !key.includes('/'))
  );
}

/**
 * The file that has the section; of several, and where none has it, the one with most sections of a domain. Answers that
 * stand beside the phrases are read as such: in that file any other section would be nobody's.
 */
export function domainFile({ files }: Bot, key: string): ReadFile | undefined {
  const sections = ({ root }: ReadFile) =>
    [...domainKeys, 'responses', 'actions', 'session_config'].filter((one) => root.has(one)).length;
  const domains = files.filter(isDomain).sort((a, b) => sections(b) - sections(a));
  return (
    domains.find(({ root }) => root.has(key)) ??
    domains.find(({ root }) => domainKeys.some((one) => root.has(one)))
  );
}

function filledFromEntities({ slots }: Project): [string, Entity][] {
  return [...slots].flatMap(([slot, { mappings }]): [string, Entity][] => {
    const [first] = listOf(mappings)
      .map(objectOf)
      .filter(({ entity }) => textOf(entity) !== undefined);
    const [entity, role, group] = [first?.entity, first?.role, first?.group].map(textOf);
    return entity === undefined ? [] : [[slot, filled({ entity, role, group })]];
  });
}

/** What stands behind a slot's value to mark it; null for an entity that the domain lacks: none is invented. */
export function labelOf(bot: Bot, slot: string): string | null {
  const entity = bot.entityBySlot.get(slot) ?? { entity: slot };
  const known = bot.entities.has(entity.entity) || bot.domain === 'absent';
  if (!known || !Object.values(entity).every((name) => /^[\w-]+$/.test(name))) return null;
  if (entity.role === undefined && entity.group === undefined) return `(${entity.entity})`;
  const pairs = Object.entries(entity).map(([key, name]) => `"${key}": "${name}"`);
  return `{${pairs.join(', ')}}`;
}

/**
 * The form that collects an intent's slots: the one that rules and stories start most often after the intent, or the one
 * named after it. null where neither says.
 */
export function formOf({ project, files }: Bot, intent: string): string | null {
  const named = files.flatMap(({ root }) => keysOf(at(root, 'forms')));
  const forms = new Map([...project.forms].filter(([form]) => named.includes(form)));
  const starts = formsByIntent({ paths: project.paths, forms }, [intent]).get(intent) ?? [];
  const [most] = [...starts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}

/** `faq` of the domain, beside `faq/ask_hours` in the training data: no intent of its own. The names that begin with it. */
export function partsOf({ nlu, older }: Bot, intent: string): string[] {
  const names = [...new Set([...nlu, ...older].map((item) => item.intent))];
  return names.includes(intent) ? [] : names.filter((name) => name.startsWith(`${intent}/`));
}
