/** A version of a domain of Genesys's language understanding (`NluDomainVersion`), as the API answers it and takes it. */
import {
  isObject,
  type JsonObject,
  listOf,
  objectOf,
  parseObject,
  textOf,
} from '../../lib/json.js';
import type { TrainingFile } from '../vendor.js';

/** An intent's utterances in one language. */
interface Utterances {
  language: string;
  /** Where the list is in the file. */
  path: (string | number)[];
  texts: string[];
}

interface NluIntent {
  name: string;
  description?: string;
  /** Entities that its utterances may mark. */
  entities: string[];
  utterances: Utterances[];
}

export interface NluVersion {
  file: TrainingFile;
  language: string | undefined;
  isPublished: boolean;
  intents: NluIntent[];
  slots: { name: string; type?: string; values: string[] }[];
}

/** null where the file is no version. */
export function versionOf(file: TrainingFile): NluVersion | null {
  const root = parseObject(file.text);
  const intents = listOf(root?.intents).map(objectOf);
  if (!root || !intents.some(({ utterances }) => listOf(utterances).some(isUtterance))) return null;
  const language = textOf(root.language);
  return {
    file,
    language,
    isPublished: root.published === true,
    intents: intents.flatMap((one, i) => {
      const name = textOf(one.name);
      const description = textOf(one.description);
      if (name === undefined) return [];
      return [
        {
          name,
          ...(description !== undefined && { description }),
          entities: entitiesOf(one).map((entity) => entity.name),
          utterances: utterancesOf(one, i, language ?? ''),
        },
      ];
    }),
    slots: slotsOf(root, intents),
  };
}

const isUtterance = (value: unknown): boolean => Array.isArray(objectOf(value).segments);

/** The version's own language first, though an intent has no list of it. */
function utterancesOf(intent: JsonObject, at: number, language: string): Utterances[] {
  const path = ['intents', at];
  const more = Object.entries(objectOf(intent.additionalLanguages)).map(([spoken, value]) => ({
    language: spoken,
    path: [...path, 'additionalLanguages', spoken, 'utterances'],
    texts: textsOf(objectOf(value).utterances),
  }));
  const own = { language, path: [...path, 'utterances'], texts: textsOf(intent.utterances) };
  return [own, ...more];
}

const textsOf = (list: unknown): string[] =>
  listOf(list)
    .map((one) =>
      listOf(objectOf(one).segments)
        .map((segment) => textOf(objectOf(segment).text) ?? '')
        .join('')
        .trim(),
    )
    .filter((text) => text !== '');

interface Entity {
  name: string;
  type?: string;
}

/** An intent names its entities, or binds them to types: one excludes the other. */
function entitiesOf({ entityNameReferences, entityTypeBindings }: JsonObject): Entity[] {
  const referred = listOf(entityNameReferences).flatMap((one) => textOf(one) ?? []);
  const bound = listOf(entityTypeBindings)
    .map(objectOf)
    .flatMap(({ entityName, entityType }) => entityOf(entityName, entityType));
  return [...referred.map((name) => ({ name })), ...bound];
}

function entityOf(name: unknown, type: unknown): Entity[] {
  const [own, ofType] = [textOf(name), textOf(type)];
  if (own === undefined) return [];
  return [{ name: own, ...(ofType !== undefined && { type: ofType }) }];
}

/** Each entity once, with the values that its type lists. */
function slotsOf(root: JsonObject, intents: readonly JsonObject[]): NluVersion['slots'] {
  const values = new Map(
    listOf(root.entityTypes)
      .map(objectOf)
      .map(({ name, mechanism }) => [textOf(name), valuesOf(mechanism)] as const),
  );
  const declared = listOf(root.entities)
    .map(objectOf)
    .flatMap(({ name, type }) => entityOf(name, type));
  const slots = new Map<string, NluVersion['slots'][number]>();
  for (const { name, type } of [...declared, ...intents.flatMap(entitiesOf)])
    if (!slots.has(name))
      slots.set(name, {
        name,
        ...(type !== undefined && { type }),
        values: values.get(type) ?? [],
      });
  return [...slots.values()];
}

const valuesOf = (mechanism: unknown): string[] =>
  isObject(mechanism)
    ? listOf(mechanism.items).flatMap((item) => textOf(objectOf(item).value) ?? [])
    : [];
