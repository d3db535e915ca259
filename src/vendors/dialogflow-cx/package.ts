/** The files of an agent's JSON package: folders of intents, entity types, flows and pages. */
import {
  type JsonObject,
  listOf,
  numberOf,
  objectOf,
  parseObject,
  textOf,
  valueAt,
} from '../../lib/json.js';
import type { TrainingFile } from '../vendor.js';

export interface CxIntent {
  name: string;
  description?: string;
  /** Parameters whose values its phrases mark. */
  parameters: string[];
  phrases: { file: TrainingFile; language: string; texts: string[] }[];
}

const intentPath = /^(.*(?:^|\/)intents\/[^/]+)\/[^/]+\.json$/;
const phrasesPath = /^(.*(?:^|\/)intents\/[^/]+)\/trainingPhrases\/([\w-]+)\.json$/;
/** Routes stand in flows and pages, and in groups of either. */
const flowPath =
  /(?:^|\/)(?:flows\/[^/]+\/(?:pages\/|transitionRouteGroups\/)?|agentTransitionRouteGroups\/)[^/]+\.json$/;
const valuesPath = /(?:^|\/)entityTypes\/([^/]+)\/entities\/[\w-]+\.json$/;

/** Its phrases are negative examples: what must be no intent. */
export const negativeIntent = 'Default Negative Intent';

export const isPackageFile = (path: string): boolean =>
  /(?:^|\/)agent\.json$/.test(path) ||
  intentPath.test(path) ||
  phrasesPath.test(path) ||
  flowPath.test(path) ||
  valuesPath.test(path);

const agentOf = (files: readonly TrainingFile[]): JsonObject | null =>
  parseObject(files.find(({ path }) => /(?:^|\/)agent\.json$/.test(path))?.text ?? '');

/** The agent's own, in which it is read unless an option says another. */
export const languageOf = (files: readonly TrainingFile[]): string | undefined =>
  textOf(agentOf(files)?.defaultLanguageCode);

export const thresholdOf = (files: readonly TrainingFile[]): number | undefined =>
  numberOf(valueAt(agentOf(files), 'nluSettings.classificationThreshold'));

export function intentsOf(files: readonly TrainingFile[]): CxIntent[] {
  const phrases = files.flatMap((file) => {
    const [, folder, language] = phrasesPath.exec(file.path) ?? [];
    return folder === undefined || language === undefined ? [] : [{ file, folder, language }];
  });
  return files.flatMap((file) => {
    const folder = intentPath.exec(file.path)?.[1];
    const intent = folder === undefined ? null : parseObject(file.text);
    const name = textOf(intent?.displayName);
    if (!intent || name === undefined) return [];
    const description = textOf(intent.description);
    return [
      {
        name,
        ...(description !== undefined && { description }),
        parameters: listOf(intent.parameters).flatMap((one) => textOf(objectOf(one).id) ?? []),
        phrases: phrases
          .filter((one) => one.folder === folder)
          .map((one) => ({ ...one, texts: textsOf(one.file.text) })),
      },
    ];
  });
}

const textsOf = (text: string): string[] =>
  listOf(parseObject(text)?.trainingPhrases)
    .map((phrase) =>
      listOf(objectOf(phrase).parts)
        .map((part) => textOf(objectOf(part).text) ?? '')
        .join('')
        .trim(),
    )
    .filter((phrase) => phrase !== '');

export interface CxParameter {
  name: string;
  entityType?: string;
  required: boolean;
  prompts: string[];
  /** Intents that lead to the page whose form asks for it. */
  neededBy: string[];
}

/** The parameters of pages' forms, with the intents whose routes lead there. */
export function parametersOf(files: readonly TrainingFile[]): CxParameter[] {
  const pages = files
    .filter(({ path }) => flowPath.test(path))
    .map(({ text }) => parseObject(text) ?? {});
  const routes = pages.flatMap((page) => listOf(page.transitionRoutes).map(objectOf));
  return pages.flatMap((page) => {
    const own = textOf(page.displayName);
    const neededBy = routes
      .filter(({ targetPage }) => own !== undefined && targetPage === own)
      .flatMap(({ intent }) => textOf(intent) ?? []);
    return listOf(valueAt(page, 'form.parameters'))
      .map(objectOf)
      .flatMap((one) => parameterOf(one, neededBy) ?? []);
  });
}

function parameterOf(one: JsonObject, neededBy: string[]): CxParameter | null {
  const name = textOf(one.displayName);
  if (name === undefined) return null;
  const entityType = textOf(one.entityType)?.replace(/^@/, '');
  const messages = listOf(valueAt(one, 'fillBehavior.initialPromptFulfillment.messages'));
  return {
    name,
    ...(entityType !== undefined && { entityType }),
    required: one.required === true,
    prompts: messages.flatMap((message) =>
      listOf(valueAt(message, 'text.text')).flatMap((text) => textOf(text) ?? []),
    ),
    neededBy: [...new Set(neededBy)],
  };
}

/** Values of the agent's own entity types, by the type's name. */
export function valuesOf(files: readonly TrainingFile[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { path, text } of files) {
    const name = valuesPath.exec(path)?.[1];
    if (name === undefined) continue;
    const values = listOf(parseObject(text)?.entities).flatMap(
      (one) => textOf(objectOf(one).value) ?? [],
    );
    found.set(name, [...(found.get(name) ?? []), ...values]);
  }
  return found;
}
