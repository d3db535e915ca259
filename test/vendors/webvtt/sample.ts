import { at, type SampleFile } from '../support/sample.js';

export const contactId = '2b0c6d2e';

/** What the recorder knows of the call. */
export const sidecar = {
  contact_id: contactId,
  started_at: at('09:01:18'),
  answered_at: at('09:02:00'),
  handoff_key: 's-4711',
  customer: { phone: '+447700900123' },
  queue: 'Devices',
  agent_id: 'u-5',
  outcome: { reason: 'sim_tray', resolved: true },
};

export const transcript = `WEBVTT - call of a recorder
Kind: captions

NOTE exported by our recorder

STYLE
::cue(v[voice="Customer"]) { color: lime }

REGION
id:left
width:50%

1
00:00:01.200 --> 00:00:04.100 align:start
<v Customer>the bot did not get it,
my <i>sim tray</i> has snapped

00:04.500 --> 00:07.000
<v.loud Agent Sam>I will send you</v>

last
00:07.000 --> 00:09.000
<v.loud Agent Sam>a new tray &amp; a tool.</v>
`;

export const sample: SampleFile = {
  name: `calls/${contactId}.vtt`,
  content: transcript,
  records: 1,
  endsBroken: true,
  broken: '00:00:99.000 --> 00:01:40.000\n<v Customer>thank you\n',
  beside: { [`calls/${contactId}.json`]: `${JSON.stringify(sidecar, null, 2)}\n` },
};
