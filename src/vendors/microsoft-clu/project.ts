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
  utterances: { text: string; intent: string }[];
  threshold: unknown;
}

export function projectOf(file: TrainingFile): Project | null {
  const root = parseObject(file.text);
  const assets = objectOf(root?.assets);
  if (!root || !isObject(root.metadata) || !Array.isArray(assets.intents)) return null;
  return {
    file,
    language: textOf(valueAt(root, 'metadata.language')) ?? 'en-us',
    intents: assets.intents.flatMap((one) => textOf(objectOf(one).category) ?? []),
    entities: listOf(assets.entities).map(objectOf),
    utterances: listOf(assets.utterances)
      .map(objectOf)
      .flatMap((one) => {
        const [text, intent] = [textOf(one.text), textOf(one.intent)];
        return text === undefined || intent === undefined ? [] : [{ text, intent }];
      }),
    threshold: valueAt(root, 'metadata.settings.confidenceThreshold'),
  };
}
