/** Activities of a Microsoft bot: as a transcript store keeps them, and as Copilot Studio's table of transcripts has them. */
import type { BotSessionRecord } from '../../domain/records.js';
import { type BotTurn, handedOver } from './exchange.js';
import { csvPage, epochSeconds, type Format, jsonLines, utc } from './format.js';

type Activity = Record<string, unknown> & { type: string };

const channelIds: Record<BotSessionRecord['channel'], string> = {
  voice: 'telephony',
  chat: 'directline',
  messaging: 'facebook',
  email: 'email',
};

/** What one turn comes to: words, then what the recogniser and the dialog say of them. */
type Signals = (turn: BotTurn) => Activity[];

const recognised: Signals = ({ intent, error }) => [
  ...(intent ? [recogniserTrace(intent)] : []),
  ...(error
    ? [
        {
          type: 'trace',
          name: 'OnTurnError Trace',
          valueType: 'https://www.botframework.com/schemas/error',
          value: error,
        },
      ]
    : []),
];

function recogniserTrace(intent: NonNullable<BotTurn['intent']>): Activity {
  const scores = (intent.ranking ?? [intent]).map(({ name, confidence }) => [
    name,
    { score: confidence },
  ]);
  return {
    type: 'trace',
    label: 'Recognizer Trace',
    value: { intents: Object.fromEntries(scores) },
  };
}

const topics: Signals = ({ intent, slots }) => [
  ...(intent
    ? [{ type: 'trace', valueType: 'IntentRecognition', value: { intentTitle: intent.name } }]
    : []),
  ...Object.entries(slots ?? {}).map(([name, value]) => ({
    type: 'trace',
    valueType: 'VariableAssignment',
    value: { name, newValue: value },
  })),
];

const said = ({ text }: BotTurn): Activity => ({ type: 'message', text });

function handoffOf(session: BotSessionRecord): Activity[] {
  if (!session.handoff) return [];
  const { queue, ...rest } = handedOver(session);
  return [{ type: 'event', name: 'handoff.initiate', value: { ...rest, skill: queue } }];
}

/** Copilot Studio numbers the roles and writes seconds; the framework names them and writes ISO 8601. */
function activities(session: BotSessionRecord, signals: Signals, isCopilot: boolean): object[] {
  let n = 0;
  const role = (isBot: boolean) => (isCopilot ? (isBot ? 0 : 1) : isBot ? 'bot' : 'user');
  const at = (time: string) => (isCopilot ? epochSeconds(time) : utc(time));
  const whole = (activity: Activity, time: string, isBot: boolean) => ({
    ...activity,
    id: `${session.session_id}-${n++}`,
    timestamp: at(time),
    channelId: channelIds[session.channel],
    conversation: { id: session.session_id },
    from: { id: isBot ? session.bot_id : 'customer', role: role(isBot) },
  });
  const turns = session.turns.flatMap((turn) => [
    whole(said(turn), turn.at, turn.actor !== 'customer'),
    ...signals(turn).map((one) => whole(one, turn.at, true)),
  ]);
  const end = session.handoff?.at ?? session.turns.at(-1)?.at ?? session.started_at;
  return [...turns, ...handoffOf(session).map((one) => whole(one, end, false))];
}

export const botFramework: Format = {
  pages: ({ day, sessions }) => ({
    [`bot-framework/activities-${day}.jsonl`]: jsonLines(
      sessions.flatMap((session) => activities(session, recognised, false)),
    ),
  }),
};

function row(session: BotSessionRecord) {
  const outcome = session.outcome === 'escalated' ? 'HandOff' : 'Resolved';
  const end = session.handoff?.at ?? session.ended_at ?? session.started_at;
  const info = {
    type: 'trace',
    valueType: 'SessionInfo',
    timestamp: epochSeconds(end),
    from: { id: session.bot_id, role: 0 },
    value: { outcome: session.outcome === 'abandoned' ? 'Abandoned' : outcome },
  };
  return [
    session.session_id,
    `${session.session_id}_${session.bot_id}_0`,
    utc(session.started_at),
    JSON.stringify({ BotId: session.bot_id, BotName: session.bot_id }),
    JSON.stringify({ activities: [...activities(session, topics, true), info] }),
  ];
}

export const copilotStudio: Format = {
  pages: ({ day, sessions }) => ({
    [`copilot-studio/conversationtranscripts_${day}.csv`]: csvPage(
      ['conversationtranscriptid', 'name', 'conversationstarttime', 'metadata', 'content'],
      sessions.map(row),
    ),
  }),
};
