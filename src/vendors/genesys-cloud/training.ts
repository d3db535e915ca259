import { z } from 'zod';
import { UsageError } from '../../domain/errors.js';
import { filled } from '../../lib/json.js';
import { inLanguage } from '../phrases/languages.js';
import { longestPhrase, outOfScope } from '../phrases/phrase-table.js';
import type { TrainingReader } from '../vendor.js';
import { versionOf } from './version.js';

export const options = z.strictObject({
  platform: z.string().min(1).default('genesys-cloud').describe('As in the records of its bot.'),
  bot_id: z.string().min(1).default('bot').describe("As the source's: the id of the bot flow."),
  language: z
    .string()
    .min(1)
    .optional()
    .describe("Of a version in several languages; the version's own unless given."),
  out_of_scope_intent: outOfScope,
  longest_phrase: longestPhrase,
});

export const training: TrainingReader<z.infer<typeof options>> = {
  title: 'Genesys Cloud NLU domain version',
  description:
    'A version of a domain as the API of language understanding answers it (JSON): intents, utterances, entities.',
  options,
  takes: (path) => /\.json$/i.test(path),
  recognises: (file) => /"segments"/.test(file.text) && versionOf(file) !== null,
  read(files, { platform, bot_id: botId, language: chosen }, readAt) {
    const versions = files.flatMap((file) => versionOf(file) ?? []);
    const [first] = versions;
    if (!first)
      throw new UsageError(
        'no version of an NLU domain in these files: expected `intents` with `utterances` of `segments`',
      );
    const language = chosen ?? first.language;
    const intents = versions.flatMap((one) => one.intents);
    const slots = versions.flatMap((one) => one.slots);
    return filled({
      platform,
      botId,
      readAt,
      locale: language,
      intents: [...new Set(intents.map(({ name }) => name))].map((name) => {
        const own = intents.filter((one) => one.name === name);
        return filled({
          name,
          description: own[0]?.description,
          examples: [
            ...new Set(
              own
                .flatMap(({ utterances }) => inLanguage(utterances, language))
                .flatMap(({ texts }) => texts),
            ),
          ],
          // The version says which entities an intent's utterances may mark, not which ones it needs.
          requiredSlots: [],
        });
      }),
      slots: slots
        .filter(({ name }, i) => slots.findIndex((one) => one.name === name) === i)
        .map((slot) => ({ ...slot, prompts: [], neededBy: [] })),
    });
  },
};
