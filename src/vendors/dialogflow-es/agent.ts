/** The files of an agent's export: an intent and its phrases a file each, told by the names within, not by file names. */
import { type JsonObject, listOf, objectOf, parseObject, textOf } from '../../lib/json.js';
import type { TrainingFile } from '../vendor.js';

export interface EsIntent {
  name: string;
  isFallback: boolean;
  /** The file of the intent itself; its phrases are beside it. */
  file: TrainingFile;
  phrases: { file: TrainingFile; language: string; texts: string[] }[];
  parameters: JsonObject[];
}

const phrasesPath = /^(?<stem>.*intents\/.*)_usersays_(?<language>[\w-]+)\.json$/i;
const intentPath = /(?:^|\/)intents\/[^/]+\.json$/i;
const entityPath = /(?:^|\/)entities\/[^/]+\.json$/i;
export const isAgentFile = (path: string): boolean =>
  intentPath.test(path) || entityPath.test(path) || /(?:^|\/)agent\.json$/.test(path);

export function intentsOf(files: readonly TrainingFile[]): EsIntent[] {
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
          file,
          phrases: phrases
            .filter((one) => one.stem === stem)
            .map((one) => ({ ...one, texts: textsOf(one.file.text) })),
          parameters: listOf(intent.responses)
            .map(objectOf)
            .flatMap(({ parameters }) => listOf(parameters).map(objectOf)),
        },
      ];
    });
}

/** A phrase is a list of pieces; templates name entities instead of words and are no phrases. */
function textsOf(text: string): string[] {
  return listOf(parseList(text))
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
