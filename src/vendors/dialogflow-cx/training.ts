import { z } from 'zod';
import { UsageError } from '../../domain/errors.js';
import { filled } from '../../lib/json.js';
import { inLanguage } from '../phrases/languages.js';
import type { TrainingReader } from '../vendor.js';
import {
  intentsOf,
  isPackageFile,
  languageOf,
  negativeIntent,
  parametersOf,
  thresholdOf,
  valuesOf,
} from './package.js';

const options = z.strictObject({
  platform: z.string().min(1).default('dialogflow-cx').describe('As in the records of its bot.'),
  bot_id: z.string().min(1).default('bot').describe("As the source's bot_id."),
  language: z
    .string()
    .min(1)
    .optional()
    .describe("Of an agent in several languages; the agent's own unless given."),
});

export const training: TrainingReader<z.infer<typeof options>> = {
  title: 'Dialogflow CX agent package',
  description:
    "The agent's JSON package (ZIP, or its folder): intents, phrases, forms of pages, entity types.",
  options,
  takes: (path) => /\.zip$/i.test(path) || (/\.json$/i.test(path) && isPackageFile(path)),
  recognises: ({ path, text }) =>
    /(?:^|\/)trainingPhrases\/[\w-]+\.json$/.test(path) ||
    (/\.zip$/i.test(path) && /trainingPhrases\//.test(text)),
  read(files, { platform, bot_id: botId, language: chosen }, readAt) {
    const intents = intentsOf(files);
    if (intents.length === 0)
      throw new UsageError(
        'no Dialogflow CX intents: expected intents/<intent>/<intent>.json with a `displayName`',
      );
    const language = chosen ?? languageOf(files);
    const parameters = parametersOf(files);
    const values = valuesOf(files);
    return filled({
      platform,
      botId,
      readAt,
      locale: language,
      confidenceThreshold: thresholdOf(files),
      intents: intents
        .filter(({ name }) => name !== negativeIntent)
        .map(({ phrases, parameters: _, ...intent }) => ({
          ...intent,
          examples: [...new Set(inLanguage(phrases, language).flatMap(({ texts }) => texts))],
          requiredSlots: [
            ...new Set(
              parameters
                .filter((one) => one.required && one.neededBy.includes(intent.name))
                .map(({ name }) => name),
            ),
          ],
        })),
      slots: [...new Set(parameters.map(({ name }) => name))].map((name) => {
        const own = parameters.filter((one) => one.name === name);
        const type = own.flatMap(({ entityType }) => entityType ?? [])[0];
        return filled({
          name,
          type,
          values: values.get(type ?? '') ?? [],
          prompts: [...new Set(own.flatMap(({ prompts }) => prompts))],
          neededBy: [...new Set(own.flatMap(({ neededBy }) => neededBy))],
        });
      }),
    });
  },
};
