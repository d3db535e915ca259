import { z } from 'zod';
import { UsageError } from '../../domain/errors.js';
import { filled, listOf, numberOf, objectOf, textOf } from '../../lib/json.js';
import type { TrainingReader } from '../vendor.js';
import { projectOf } from './project.js';

const options = z.strictObject({
  platform: z.string().min(1).default('bot-framework').describe('As in the records of its bot.'),
  bot_id: z.string().min(1).default('bot').describe("As the source's bot_id."),
});

/** Every project has it, for what belongs to no intent. */
export const none = 'None';

export const training: TrainingReader<z.infer<typeof options>> = {
  title: 'CLU project',
  description:
    'The exported project file (JSON) of Microsoft Conversational Language Understanding.',
  options,
  takes: (path) => /\.json$/i.test(path),
  recognises: ({ text, path }) =>
    /"projectFileVersion"/.test(text) && projectOf({ path, text }) !== null,
  read(files, { platform, bot_id: botId }, readAt) {
    const projects = files.flatMap((file) => projectOf(file) ?? []);
    const [first] = projects;
    if (!first)
      throw new UsageError(
        'no CLU project in these files: expected `metadata` and `assets.intents`',
      );
    // What the model is tested with is nothing that it is taught.
    const utterances = projects.flatMap((one) => one.utterances).filter(({ isTest }) => !isTest);
    return filled({
      platform,
      botId,
      readAt,
      locale: first.language,
      confidenceThreshold: numberOf(first.threshold),
      fallbackAction: none,
      intents: [...new Set(projects.flatMap((one) => one.intents))].map((name) => ({
        name,
        examples: [
          ...new Set(utterances.filter(({ intent }) => intent === name).map(({ text }) => text)),
        ],
        requiredSlots: [],
      })),
      slots: projects
        .flatMap(({ entities }) => entities)
        .filter(({ category }, i, all) => all.findIndex((one) => one.category === category) === i)
        .flatMap((entity) => {
          const name = textOf(entity.category);
          const lists = listOf(objectOf(entity.list).sublists).map(objectOf);
          return name === undefined
            ? []
            : [
                {
                  name,
                  values: lists.flatMap((one) => textOf(one.listKey) ?? []),
                  prompts: [],
                  neededBy: [],
                },
              ];
        }),
    });
  },
};
