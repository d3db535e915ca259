import { z } from 'zod';
import { UsageError } from '../../domain/errors.js';
import { filled, textOf } from '../../lib/json.js';
import type { TrainingReader } from '../vendor.js';
import { slotsOf } from './forms.js';
import { skillOf } from './skill.js';

const options = z.strictObject({
  platform: z.string().min(1).default('watsonx').describe('As in the records of its bot.'),
  bot_id: z.string().min(1).optional().describe("As the source's; the skill's name unless given."),
});

export const training: TrainingReader<z.infer<typeof options>> = {
  title: 'watsonx Assistant dialog skill',
  description:
    'The exported dialog skill (JSON): intents with examples, entities, nodes with slots.',
  options,
  takes: (path) => /\.json$/i.test(path),
  recognises: (file) => /"dialog_nodes"/.test(file.text) && skillOf(file) !== null,
  read(files, { platform, bot_id: botId }, readAt) {
    const skills = files.flatMap((file) => skillOf(file) ?? []);
    const [first] = skills;
    if (!first)
      throw new UsageError(
        'no dialog skill in these files: expected `intents` and `dialog_nodes` (of an assistant with actions, nothing is read)',
      );
    const intents = skills.flatMap((one) => one.intents).filter(({ name }) => name !== '');
    const slots = skills.flatMap(({ root }) => slotsOf(root));
    const entities = skills.flatMap((one) => one.entities);
    return filled({
      platform,
      botId: botId ?? textOf(first.root.name) ?? 'bot',
      readAt,
      locale: textOf(first.root.language),
      intents: intents.map(({ examples, ...intent }) => ({
        ...intent,
        examples: [...new Set(examples)],
        requiredSlots: [
          ...new Set(
            slots.filter(({ neededBy }) => neededBy.includes(intent.name)).map(({ name }) => name),
          ),
        ],
      })),
      slots: [...new Set(slots.map(({ name }) => name))].map((name) => {
        const own = slots.filter((one) => one.name === name);
        const type = own.flatMap(({ entity }) => entity ?? [])[0];
        return filled({
          name,
          type,
          values: entities.find((one) => one.name === (type ?? name))?.values ?? [],
          prompts: [...new Set(own.flatMap(({ prompts }) => prompts))],
          neededBy: [...new Set(own.flatMap(({ neededBy }) => neededBy))],
        });
      }),
    });
  },
};
