/** A project file of CLU, as far as it is read. */
import {
  isObject,
  type JsonObject,
  listOf,
  objectOf,
  parseObject,
  textOf,
  valueAt,
} from '../../lib/json.js';
import type { TrainingFile } from '../vendor.js';

export interface Project {
  file: TrainingFile;
  language: string;
  intents: string[];
  entities: JsonObject[];
  utterances: { text: string; intent: string; language: string; isTest: boolean }[];
  threshold: unknown;
}

export function projectOf(file: TrainingFile): Project | null {
  const root = parseObject(file.text);
  const assets = objectOf(root?.assets);
  if (!root || !isObject(root.metadata) || !Array.isArray(assets.intents)) return null;
  const language = textOf(valueAt(root, 'metadata.language')) ?? 'en-us';
  return {
    file,
    language,
    intents: assets.intents.flatMap((one) => textOf(objectOf(one).category) ?? []),
    entities: listOf(assets.entities).map(objectOf),
    utterances: listOf(assets.utterances)
      .map(objectOf)
      .flatMap((one) => {
        const [text, intent] = [textOf(one.text), textOf(one.intent)];
        if (text === undefined || intent === undefined) return [];
        const own = textOf(one.language) ?? language;
        return [{ text, intent, language: own, isTest: textOf(one.dataset) === 'Test' }];
      }),
    threshold: valueAt(root, 'metadata.settings.confidenceThreshold'),
  };
}
