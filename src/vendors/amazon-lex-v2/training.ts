import { z } from 'zod';
import { UsageError } from '../../domain/errors.js';
import {
  filled,
  listOf,
  numberOf,
  objectOf,
  parseObject,
  textOf,
  valueAt,
} from '../../lib/json.js';
import type { TrainingFile, TrainingReader } from '../vendor.js';
import { intentsOf, isLexFile, slotsOf, valuesOf } from './export.js';

const options = z.strictObject({
  platform: z.string().min(1).default('amazon-lex-v2'),
  locale: z
    .string()
    .min(1)
    .optional()
    .describe('Of a bot in several languages, as in the export: `en_US`; the first unless given.'),
  bot_id: z.string().min(1).optional().describe("The bot's name in the export unless given."),
});

/** Lex V2's export: the ZIP itself, or the folder that it unpacks to. */
export const training: TrainingReader<z.infer<typeof options>> = {
  title: 'Amazon Lex V2 export',
  description:
    'The export of a bot (ZIP, or its folder): intents with their utterances, slots, and the confidence threshold.',
  options,
  takes: (path) => /\.zip$/i.test(path) || (/\.json$/i.test(path) && isLexFile(path)),
  recognises: ({ path, text }) =>
    intentsOf([{ path, text }]).length > 0 || (/\.zip$/i.test(path) && /BotLocales\//.test(text)),
  read(files, chosen, readAt) {
    const all = intentsOf(files);
    const language = chosen.locale ?? all[0]?.locale;
    const intents = all.filter(({ locale }) => locale === language);
    if (intents.length === 0)
      throw new UsageError(
        'no Lex V2 intents: expected BotLocales/<locale>/Intents/<intent>/Intent.json',
      );
    const bot = files.find(({ path }) => /(?:^|\/)Bot\.json$/.test(path));
    const locale = files.find(({ path }) => path.endsWith(`BotLocales/${language}/BotLocale.json`));
    const slots = slotsOf(files).filter((one) => one.locale === language);
    const values = valuesOf(files, language ?? '');
    const names = [
      ...new Set(intents.filter(({ isFallback }) => !isFallback).map(({ name }) => name)),
    ];
    return filled({
      platform: chosen.platform,
      botId: chosen.bot_id ?? textOf(parseObject(bot?.text ?? '')?.name) ?? 'bot',
      readAt,
      locale: language?.replace('_', '-'),
      confidenceThreshold: thresholdOf(locale),
      fallbackAction: 'FallbackIntent',
      intents: names.map((name) => {
        const own = intents.filter((one) => one.name === name);
        return {
          name,
          examples: [
            ...new Set(
              own.flatMap(({ utterances }) =>
                utterances.filter((text) => !/^\s*\{\w+\}\s*$/.test(text)).map(readable),
              ),
            ),
          ],
          requiredSlots: slots
            .filter(
              (one) =>
                one.intent === name &&
                valueAt(one.slot, 'valueElicitationSetting.slotConstraint') === 'Required',
            )
            .map((one) => one.name),
        };
      }),
      slots: [...new Set(slots.map(({ name }) => name))].map((name) => {
        const own = slots.filter((one) => one.name === name);
        return filled({
          name,
          type: textOf(own[0]?.slot.slotTypeName),
          values: values.get(textOf(own[0]?.slot.slotTypeName) ?? '') ?? [],
          prompts: own.flatMap(({ slot }) => promptsOf(slot)),
          neededBy: own.map(({ intent }) => intent),
        });
      }),
    });
  },
};

/** `{SlotName}` stands for words that are not known: its name is the nearest to them. */
const readable = (utterance: string): string =>
  utterance.replace(/\{(\w+)\}/g, (_, name: string) =>
    name
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/_/g, ' ')
      .toLowerCase(),
  );

const thresholdOf = (locale: TrainingFile | undefined): number | undefined =>
  numberOf(parseObject(locale?.text ?? '')?.nluConfidenceThreshold);

/** Real exports write `messageGroupsList`, the documentation `messageGroupList`. */
function promptsOf(slot: Record<string, unknown>): string[] {
  const prompt = objectOf(valueAt(slot, 'valueElicitationSetting.promptSpecification'));
  return listOf(prompt.messageGroupsList ?? prompt.messageGroupList).flatMap(
    (group) => textOf(valueAt(group, 'message.plainTextMessage.value')) ?? [],
  );
}
