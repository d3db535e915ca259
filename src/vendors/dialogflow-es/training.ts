import { z } from 'zod';
import { UsageError } from '../../domain/errors.js';
import { filled, listOf, numberOf, objectOf, textOf } from '../../lib/json.js';
import { inLanguage } from '../phrases/languages.js';
import type { TrainingReader } from '../vendor.js';
import { agentOf, fallbackOf, intentsOf, isAgentFile, valuesOf } from './agent.js';

const options = z.strictObject({
  platform: z.string().min(1).default('dialogflow-es').describe('As in the records of its bot.'),
  bot_id: z.string().min(1).default('bot').describe("As the source's bot_id."),
  language: z
    .string()
    .min(1)
    .optional()
    .describe("Of an agent in several languages; the agent's own unless given."),
});

export const training: TrainingReader<z.infer<typeof options>> = {
  title: 'Dialogflow ES agent',
  description: 'The exported agent (ZIP, or its folder): intents, phrases, parameters, entities.',
  options,
  takes: (path) => /\.zip$/i.test(path) || (/\.json$/i.test(path) && isAgentFile(path)),
  recognises: ({ path, text }) =>
    intentsOf([{ path, text }]).some(
      ({ parameters, file }) => parameters.length > 0 || /"fallbackIntent"/.test(file.text),
    ) ||
    (/\.zip$/i.test(path) && /_usersays_/.test(text)),
  read(files, { platform, bot_id: botId, language: chosen }, readAt) {
    const intents = intentsOf(files);
    if (intents.length === 0)
      throw new UsageError(
        'no Dialogflow ES intents: expected intents/<intent>.json with a `name`',
      );
    const agent = agentOf(files);
    const language = chosen ?? textOf(agent.language);
    const values = valuesOf(files);
    const parameters = intents.flatMap(({ name: intent, parameters: own }) =>
      own.flatMap((one) => {
        const name = textOf(one.name);
        return name === undefined ? [] : [{ name, intent, parameter: one }];
      }),
    );
    return filled({
      platform,
      botId,
      readAt,
      locale: language,
      confidenceThreshold: numberOf(agent.mlMinConfidence),
      fallbackAction: fallbackOf(intents)?.name,
      intents: intents
        .filter(({ isFallback }) => !isFallback)
        .map(({ name, phrases }) => ({
          name,
          examples: [...new Set(inLanguage(phrases, language).flatMap(({ texts }) => texts))],
          requiredSlots: [
            ...new Set(
              parameters
                .filter((one) => one.intent === name && one.parameter.required === true)
                .map((one) => one.name),
            ),
          ],
        })),
      slots: [...new Set(parameters.map(({ name }) => name))].map((name) => {
        const own = parameters.filter((one) => one.name === name);
        const type = textOf(own[0]?.parameter.dataType)?.replace(/^@/, '');
        return filled({
          name,
          type,
          values: values.get(type ?? '') ?? [],
          prompts: own.flatMap(({ parameter }) =>
            listOf(parameter.prompts).flatMap((one) => textOf(objectOf(one).value) ?? []),
          ),
          neededBy: [
            ...new Set(
              own
                .filter(({ parameter }) => parameter.required === true)
                .map(({ intent }) => intent),
            ),
          ],
        });
      }),
    });
  },
};
