/** WebVTT: a transcript a contact, and a sidecar with what the transcript has no place for. */
import type { AgentContactRecord } from '../../domain/records.js';
import type { Format } from './format.js';

const names = { agent: 'Agent', customer: 'Customer', system: 'System' };
const longestCue = 2000;

function transcript(contact: AgentContactRecord): string {
  const begin = Date.parse(contact.started_at);
  const turns = (contact.turns ?? []).map((turn) => ({
    ...turn,
    from: Date.parse(turn.at) - begin,
  }));
  const cues = turns.map(({ from, actor, text }, i) => {
    const to = Math.min(from + longestCue, turns[i + 1]?.from ?? Number.POSITIVE_INFINITY);
    // The end lies behind the start, also of what is said at one moment.
    const times = `${clock(from)} --> ${clock(Math.max(from + 1, to))}`;
    return `${i + 1}\n${times}\n<v ${names[actor]}>${escaped(text)}</v>\n`;
  });
  return ['WEBVTT\n', ...cues].join('\n');
}

function clock(millis: number): string {
  const at = new Date(millis).toISOString();
  return `${String(Math.floor(millis / 3_600_000)).padStart(2, '0')}${at.slice(13, 23)}`;
}

/** A blank line would end the cue. */
const escaped = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, '\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** The recording begins with the queue, as a bridge's does. */
function sidecar({ type: _, turns: __, ...known }: AgentContactRecord): string {
  return `${JSON.stringify({ ...known, recording_started_at: known.started_at }, null, 2)}\n`;
}

export const webvtt: Format = {
  pages: () => ({}),
  whole: ({ contacts }) =>
    Object.fromEntries(
      contacts.flatMap((contact) => [
        [`webvtt/${contact.contact_id}.vtt`, transcript(contact)],
        [`webvtt/${contact.contact_id}.json`, sidecar(contact)],
      ]),
    ),
};
