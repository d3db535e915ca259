/** What the files say of the bot: its intents, its entities and the forms that collect its slots. */
import { isMap, isSeq } from 'yaml';
import type { TrainingFile } from '../../vendor.js';
import { type MarkdownItem, markdownFiles, markdownItems } from './markdown.js';
import { at, keysOf, type NluItem, namesIn, nluItems, type ReadFile } from './read.js';

export interface Bot {
  files: readonly ReadFile[];
  nlu: NluItem[];
  /** Rasa 1's files of phrases, and their intents. */
  markdown: readonly TrainingFile[];
  older: MarkdownItem[];
  /** Intents that the domain lists. */
  domainIntents: Set<string>;
  /** False where the domain is not among the files. */
  hasDomain: boolean;
  entities: Set<string>;
  /** First entity that fills a slot. */
  entityBySlot: Map<string, string>;
}

/** @param all files of every kind; `files` are those that are YAML maps */
export function botOf(files: readonly ReadFile[], all: readonly TrainingFile[]): Bot {
  const names = (key: string) => files.flatMap(({ root }) => namesIn(at(root, key)));
  return {
    files,
    nlu: nluItems(files),
    markdown: markdownFiles(all),
    older: markdownItems(all),
    domainIntents: new Set(names('intents')),
    hasDomain: files.some(isDomain),
    entities: new Set(names('entities')),
    entityBySlot: new Map(files.flatMap(filledFromEntities)),
  };
}

/** Answers alone make no domain where all are of retrieval intents: those stand beside the phrases. */
export function isDomain({ root }: ReadFile): boolean {
  return (
    ['intents', 'entities', 'slots', 'forms'].some((key) => root.has(key)) ||
    keysOf(at(root, 'responses')).some((key) => !key.includes('/'))
  );
}

function filledFromEntities({ root }: ReadFile): [string, string][] {
  const slots = at(root, 'slots');
  return keysOf(slots).flatMap((slot): [string, string][] => {
    const mappings = isMap(slots) ? slots.getIn([slot, 'mappings']) : null;
    if (!isSeq(mappings)) return [];
    const entity = mappings.items
      .map((mapping) => (isMap(mapping) ? mapping.get('entity') : null))
      .find((name) => typeof name === 'string');
    return typeof entity === 'string' ? [[slot, entity]] : [];
  });
}

/** The entity to mark a slot's value with; none is invented for a domain that lacks it. */
export function entityOf(bot: Bot, slot: string): string | null {
  const entity = bot.entityBySlot.get(slot) ?? slot;
  const known = bot.entities.has(entity) || !bot.hasDomain;
  return known && /^[\w-]+$/.test(entity) ? entity : null;
}

/**
 * The form that collects an intent's slots: the one that rules and stories start after the intent, or the one named
 * after it. null where neither says.
 */
export function formOf({ files }: Bot, intent: string): string | null {
  const forms = files.flatMap(({ root }) => keysOf(at(root, 'forms')));
  const starts = files.flatMap((file) => startedForms(file, intent, forms));
  const counts = new Map<string, number>();
  for (const form of starts) counts.set(form, (counts.get(form) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most) return most[0];
  const alike = [intent, `${intent}_form`, `form_${intent}`];
  return forms.find((form) => alike.includes(form)) ?? null;
}

function startedForms({ root }: ReadFile, intent: string, forms: readonly string[]): string[] {
  const paths = ['rules', 'stories'].flatMap((key) => {
    const list = at(root, key);
    return isSeq(list) ? list.items : [];
  });
  return paths.flatMap((path) => {
    const steps = isMap(path) ? path.get('steps') : null;
    if (!isSeq(steps)) return [];
    return steps.items.flatMap((step, i) => {
      const next = steps.items[i + 1];
      if (!isMap(step) || !isMap(next) || step.get('intent') !== intent) return [];
      const action = next.get('action');
      return typeof action === 'string' && forms.includes(action) ? [action] : [];
    });
  });
}
