/** The files of an agent's export: an intent and its phrases a file each, told by the names within, not by file names. */
import { type JsonObject, listOf, objectOf, parseObject, textOf } from '../../lib/json.js';
import type { TrainingFile } from '../vendor.js';

export interface EsIntent {
  name: string;
  isFallback: boolean;
  /** It counts after another intent, or in a context, alone. */
  isFollowUp: boolean;
  /** The file of the intent itself; its phrases are beside it. */
  file: TrainingFile;
  /** `place`: where their list is in the file. */
  phrases: { file: TrainingFile; language: string; texts: string[]; place: string[] }[];
  parameters: JsonObject[];
}

const phrasesPath = /^(?<stem>.*intents\/.*)_usersays_(?<language>[\w-]+)\.json$/i;
const intentPath = /(?:^|\/)intents\/[^/]+\.json$/i;
const entityPath = /(?:^|\/)entities\/[^/]+\.json$/i;
export const isAgentFile = (path: string): boolean =>
  intentPath.test(path) || entityPath.test(path) || /(?:^|\/)agent\.json$/.test(path);

/** Of several, the one that takes what no intent takes at the start of a conversation. */
export const fallbackOf = (intents: readonly EsIntent[]): EsIntent | undefined =>
  intents.find(({ isFallback, isFollowUp }) => isFallback && !isFollowUp) ??
  intents.find(({ isFallback }) => isFallback);

/** Exports of api.ai have the phrases within the intent. */
const olderPlace = 'userSays';

export function intentsOf(files: readonly TrainingFile[]): EsIntent[] {
  const language = textOf(agentOf(files).language) ?? 'en';
  const phrases = files.flatMap((file) => {
    const { stem, language } = phrasesPath.exec(file.path)?.groups ?? {};
    return stem === undefined || language === undefined ? [] : [{ file, stem, language }];
  });
  return files
    .filter(({ path }) => intentPath.test(path) && !phrasesPath.test(path))
    .flatMap((file) => {
      const intent = parseObject(file.text);
      const name = textOf(intent?.name);
      if (!intent || name === undefined) return [];
      const stem = file.path.replace(/\.json$/, '');
      return [
        {
          name,
          isFallback: intent.fallbackIntent === true,
          isFollowUp: textOf(intent.parentId) !== undefined || listOf(intent.contexts).length > 0,
          file,
          phrases: [
            ...phrases
              .filter((one) => one.stem === stem)
              .map((one) => ({ ...one, texts: textsOf(parseList(one.file.text)), place: [] })),
            ...(Array.isArray(intent[olderPlace])
              ? [{ file, language, texts: textsOf(intent[olderPlace]), place: [olderPlace] }]
              : []),
          ],
          parameters: listOf(intent.responses)
            .map(objectOf)
            .flatMap(({ parameters }) => listOf(parameters).map(objectOf)),
        },
      ];
    });
}

/** A phrase is a list of pieces; templates name entities instead of words and are no phrases. */
function textsOf(list: unknown): string[] {
  return listOf(list)
    .map(objectOf)
    .filter(({ isTemplate }) => isTemplate !== true)
    .map(({ data }) =>
      listOf(data)
        .map((piece) => textOf(objectOf(piece).text) ?? '')
        .join('')
        .trim(),
    )
    .filter((phrase) => phrase !== '');
}

function parseList(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

/** Values of the agent's own entities, by the entity's name. */
export function valuesOf(files: readonly TrainingFile[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { path, text } of files) {
    const name = /(?:^|\/)entities\/(.+)_entries_[\w-]+\.json$/i.exec(path)?.[1];
    if (name === undefined) continue;
    const values = listOf(parseList(text)).flatMap((one) => textOf(objectOf(one).value) ?? []);
    found.set(name, [...(found.get(name) ?? []), ...values]);
  }
  return found;
}

export const agentOf = (files: readonly TrainingFile[]): JsonObject =>
  parseObject(files.find(({ path }) => /(?:^|\/)agent\.json$/.test(path))?.text ?? '') ?? {};
