/** A vendor that reads a bot's log, one turn a line: what most logs come to. It passes its contract as it is written. */
export const source = {
  id: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  registry: {
    file: 'src/vendors/index.ts',
    place: (id) => `./${id}/vendor.js`,
    entry: (name) => name,
  },
  next: (id) => [
    "what a line says, in source.ts; agents' contacts are read by `contactLog` of src/vendors/log/ instead of `botLog`",
    'lines as the vendor writes them in sample.ts: test/contracts/source.test.ts runs on them',
    `what docs/vendors/${id}.md is to say, and "npm run schemas", which writes its options`,
    `\`${id}\` in the README, among what is read`,
  ],
  files: (id, name) => ({
    [`src/vendors/${id}/vendor.ts`]: `import type { Vendor } from '../vendor.js';
import { source } from './source.js';

/** Which product it is, and which of its files are read. */
export const ${name}: Vendor = { id: '${id}', source };
`,
    [`src/vendors/${id}/source.ts`]: `/** The logs of ${id}: where they are exported, and what a line of them is. */
import { z } from 'zod';
import { filled, type JsonObject, numberOf, textOf } from '../../lib/json.js';
import { botLog, type LineRead } from '../log/bot-log.js';
import { said } from '../log/exchange.js';
import { momentOf } from '../log/moment.js';
import { botShape, isNamed } from '../log/options.js';

const options = z.strictObject(botShape('${id}'));
type Options = z.infer<typeof options>;

export const source = botLog<Options>({
  title: '${id} turns',
  description: 'Which export it reads, one turn a line.',
  options,
  wrapping: { lists: [] },
  mentions: () => /"conversation\\\\*"\\s*:\\s*\\\\*"([^"\\\\]+)/,
  read: readTurn,
  recognise: ({ objects }) => (objects.some((one) => '${name}_version' in one) ? {} : null),
});

/** A text says why a line cannot be read. */
function readTurn(line: JsonObject, options: Options): LineRead {
  const session = textOf(line.conversation);
  if (session === undefined) return 'conversation: missing; it says whose turn it is';
  const at = momentOf(line.at);
  if (at === undefined) return 'at: expected a time in ISO 8601 with an offset';
  const name = textOf(line.intent);
  const intent = name === undefined ? undefined : { name, confidence: numberOf(line.score) ?? 1 };
  const actor = line.who === 'bot' ? 'bot' : 'customer';
  return [
    {
      session,
      at,
      turns: said(at, actor, [textOf(line.text)], filled({ intent })),
      wantsHuman: isNamed(name, options.handoff_intents),
      ...filled({ id: textOf(line.id), bot: textOf(line.bot), key: session }),
      ...(line.handed_over === true && { handoff: { at } }),
    },
  ];
}
`,
    [`test/vendors/${id}/sample.ts`]: `/** Two conversations, one of them handed over. */
import { at, jsonLines, type SampleFile } from '../support/sample.js';

const turn = (time: string, who: string, text: string, more: object = {}) => ({
  ${name}_version: 1,
  id: \`t-\${time}\`,
  conversation: 'one',
  bot: 'helper',
  at: at(time),
  who,
  text,
  ...more,
});

export const sample: SampleFile = {
  name: '${id}.jsonl',
  content: jsonLines([
    turn('09:00:00', 'customer', 'where is my parcel', { intent: 'track_parcel', score: 0.8 }),
    turn('09:00:02', 'bot', 'I will get a colleague.', { handed_over: true }),
    turn('09:10:00', 'customer', 'hello', { conversation: 'two' }),
    turn('09:10:02', 'bot', 'Hello.', { conversation: 'two' }),
  ]),
  broken: '{"${name}_version":1,"conversation":"three"}\\n',
};
`,
    [`docs/vendors/${id}.md`]: `# ${id}

- **Export**: where it is made.
- **Kept for**: how long the vendor keeps it.
- **Handoffs**: how the log says that a session was handed over.
- **Join key**: what the agent contact carries too.
`,
  }),
};
