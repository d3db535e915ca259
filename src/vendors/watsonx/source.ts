import {
  filled,
  firstText,
  type JsonObject,
  listOf,
  objectOf,
  textOf,
  valueAt,
} from '../../lib/json.js';
import { botLog, guessesOf, type LineRead } from '../log/bot-log.js';
import { type BotTurn, customerAt, said } from '../log/exchange.js';
import { momentOf } from '../log/moment.js';
import { isKey, isNamed } from '../log/options.js';
import { type WatsonxOptions, watsonxOptions } from './options.js';

/** watsonx Assistant: one entry of the logs API an exchange. */
export const source = botLog<WatsonxOptions>({
  title: 'watsonx Assistant logs',
  description: 'Entries of the logs APIs v2 and v1, one a line or as pages.',
  options: watsonxOptions,
  wrapping: { lists: ['logs'], texts: ['result'] },
  mentions: () => /"(?:session_id|conversation_id)\\*"\s*:\s*\\*"([^"\\]+)/,
  read: readEntry,
  recognise: ({ objects }) =>
    objects.some(
      (one) => textOf(one.log_id) !== undefined && 'request_timestamp' in one && 'response' in one,
    )
      ? {}
      : null,
});

function readEntry(entry: JsonObject, options: WatsonxOptions): LineRead {
  const session = firstText(entry, [
    'session_id',
    'response.context.conversation_id',
    'request.context.conversation_id',
    'response.context.global.session_id',
  ]);
  if (session === undefined) return 'session_id: missing; it says whose exchange it is';
  const at = momentOf(entry.request_timestamp);
  if (at === undefined) return 'request_timestamp: expected a time in ISO 8601 with an offset';
  const answeredAt = momentOf(entry.response_timestamp) ?? at;
  const output = objectOf(valueAt(entry, 'response.output'));
  const ranking = rankingOf(entry);
  const [best] = ranking;
  const agent = genericOf(output).find((one) => one.response_type === 'connect_to_agent');
  const fellBack =
    isUnmatched(output) || (best !== undefined && best.confidence < options.irrelevant_below);
  return [
    {
      session,
      at,
      turns: turnsOf(entry, { at, answeredAt, ranking, fellBack, options }),
      fellBack,
      failed: hasFailed(output),
      wantsHuman: isNamed(best?.name, options.handoff_intents),
      ...filled({
        id: textOf(entry.log_id),
        bot: options.bot_id ?? textOf(entry.assistant_id) ?? textOf(entry.workspace_id),
        locale: textOf(entry.language),
        channel: genericOf(output).some((one) =>
          /dtmf|end_session/.test(textOf(one.response_type) ?? ''),
        )
          ? ('voice' as const)
          : undefined,
        key: firstText(entry, options.handoff_key),
        customer: customerAt(entry, options.customer),
      }),
      ...(agent && {
        handoff: {
          at: answeredAt,
          ...filled({
            target:
              firstText(agent, options.handoff_target) ?? firstText(entry, options.handoff_target),
            context: contextOf(textOf(agent.message_to_human_agent)),
          }),
        },
      }),
    },
  ];
}

const genericOf = (output: JsonObject): JsonObject[] => listOf(output.generic).map(objectOf);

const contextOf = (text: string | undefined) =>
  text === undefined ? undefined : { level: 'summary' as const, text };

/** v2 keeps them in the output, v1 beside it. */
const rankingOf = (entry: JsonObject) =>
  guessesOf(
    valueAt(entry, 'response.output.intents') ?? valueAt(entry, 'response.intents'),
    ({ intent }) => textOf(intent),
    ({ confidence }) => confidence,
  );

/** That nothing matched is a node or a step of its own, whatever was understood before: actions have no intents in their answers. */
const isUnmatched = (output: JsonObject): boolean =>
  [
    ...listOf(valueAt(output, 'debug.nodes_visited')),
    ...listOf(valueAt(output, 'debug.turn_events')),
  ].some((one) => /anything_else|no_action_matches|fallback/i.test(JSON.stringify(one) ?? ''));

const hasFailed = (output: JsonObject): boolean =>
  listOf(valueAt(output, 'debug.log_messages')).some((one) => objectOf(one).level === 'err');

interface Read {
  at: string;
  answeredAt: string;
  ranking: { name: string; confidence: number }[];
  fellBack: boolean;
  options: WatsonxOptions;
}

function turnsOf(
  entry: JsonObject,
  { at, answeredAt, ranking, fellBack, options }: Read,
): BotTurn[] {
  const output = objectOf(valueAt(entry, 'response.output'));
  const [best] = ranking;
  const slots = Object.fromEntries(
    Object.entries(variablesOf(entry)).filter(
      ([name]) => !options.ignore_variables.includes(name) && !isKey(name, options.handoff_key),
    ),
  );
  const action = fellBack ? 'fallback irrelevant' : actionOf(output);
  const error = hasFailed(output) ? 'error in the log of the answer' : undefined;
  return [
    ...said(at, 'customer', [textOf(valueAt(entry, 'request.input.text'))], {
      ...filled({ intent: best && { ...best, ranking } }),
      ...(Object.keys(slots).length > 0 && { slots }),
    }),
    ...said(answeredAt, 'bot', wordsOf(output), filled({ action, error })),
  ];
}

function variablesOf(entry: JsonObject): JsonObject {
  const skills = Object.values(objectOf(valueAt(entry, 'response.context.skills'))).map(objectOf);
  return Object.assign(
    {},
    ...skills.flatMap((skill) => [objectOf(skill.user_defined), objectOf(skill.skill_variables)]),
  );
}

const actionOf = (output: JsonObject): string | undefined =>
  [...listOf(valueAt(output, 'debug.nodes_visited')), ...listOf(output.actions)]
    .map((one) => firstText(one, ['title', 'name', 'dialog_node']))
    .findLast((one) => one !== undefined);

/** Options and suggestions are shown beneath their title; v1 has plain texts. */
function wordsOf(output: JsonObject): (string | undefined)[] {
  const generic = genericOf(output);
  if (generic.length === 0) return listOf(output.text).map((one) => textOf(one));
  return generic.map((one) => {
    const labels = [...listOf(one.options), ...listOf(one.suggestions)].flatMap(
      (choice) => textOf(objectOf(choice).label) ?? [],
    );
    const text =
      textOf(one.text) ??
      textOf(one.title) ??
      firstText(one, ['agent_available.message', 'message_to_user']);
    const list = labels.length > 0 ? `(${labels.join(', ')})` : undefined;
    return [text, list].filter((part) => part !== undefined).join(' ') || undefined;
  });
}
