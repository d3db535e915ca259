/** A journey end to end: what was said on both sides, in order of time, and what the findings rest on. */
import type { Contact, Session } from '../domain/conversation.js';
import type { JourneyResult } from '../domain/journey.js';
import type { Store } from '../store/store.js';

export interface Sides {
  session: Session | null;
  contact: Contact | null;
}

export async function transcriptOf(
  { session, contact }: Pick<JourneyResult, 'session' | 'contact'>,
  store: Store,
): Promise<Sides> {
  const [ownSession] = await store.sessionsById([session]);
  const [ownContact] = contact === null ? [] : await store.contactsById([contact]);
  return { session: ownSession ?? null, contact: ownContact ?? null };
}

export function describeTranscript(
  { session, contact }: Sides,
  { findings }: Pick<JourneyResult, 'findings'>,
): string[] {
  const start = session?.startedAt ?? contact?.startedAt ?? 0;
  const told = new Set(findings.flatMap(({ turns }) => turns));
  const line = (side: 'bot' | 'agent', i: number, at: number, actor: string, words: string) => {
    const ref = `${side}:${i}` as const;
    const time = clock(Math.round((at - start) / 1000));
    return `${told.has(ref) ? '>' : ' '} ${time}  ${ref.padEnd(8)} ${actor.padEnd(8)} ${words}`;
  };
  const bot = session?.turns.map(({ at, actor, text, action, error, asksFor, intent }, i) => {
    const notes = [
      intent && `heard ${intent.name} ${intent.confidence.toFixed(2)}`,
      asksFor && `asks for ${asksFor}`,
      action,
      error && `error: ${error}`,
    ].filter(Boolean);
    return line(
      'bot',
      i,
      at,
      actor,
      `${text ?? ''}${notes.length ? `  (${notes.join(', ')})` : ''}`,
    );
  });
  const agent = contact?.turns.map(({ at, actor, text }, i) => line('agent', i, at, actor, text));
  return [
    '',
    'With the bot (> marks what a finding rests on):',
    ...(bot ?? ['  not in the store']),
    '',
    'With the agent:',
    ...(agent?.length ? agent : ['  no transcript']),
  ];
}

const clock = (seconds: number): string =>
  `${String(Math.floor(seconds / 60)).padStart(3)}:${String(Math.abs(seconds % 60)).padStart(2, '0')}`;
