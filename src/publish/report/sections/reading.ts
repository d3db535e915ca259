import type { Report } from '../../../domain/report.js';
import { type Html, html } from '../html.js';
import { section, words } from '../parts.js';

/** What the figures mean, for a reader who meets them for the first time. */
export function readingSection({ engine, run }: Report): Html {
  const body = html`<dl class="terms">
<dt>Handoff, contact, journey</dt><dd>A handoff is the moment at which the bot gives the customer to a human; a contact is the conversation with the agent that follows; the two together are a journey.</dd>
<dt>Linked, possible, none</dt><dd>Linked: the contact took the handoff with a probability of 0.9 or more, unless configured otherwise. Possible: likelier than not; shown, never used for training phrases. None: no contact is claimed. The expected precision is the mean probability of the linked ones.</dd>
<dt>What a ticket is worth</dt><dd>Time of customers and agents that is saved if the cause is repaired, against matched contacts without it; a month is 4.35 weeks. The range holds in nine of ten cases; tickets are ranked by its lower end, so that a large but doubtful figure does not lead.</dd>
<dt>Rests on unsure links</dt><dd>The ticket would not stand without the possible links.</dd>
<dt>Handoff tax</dt><dd>The customer's minutes between the first message to the bot and the moment at which the agent starts solving, less what a direct contact of the same kind takes to get there.</dd>
<dt>CSAT gap</dt><dd>Satisfaction of direct less that of escalated customers, in points of 100, within the same reason.</dd>
<dt>Tests of a suggestion</dt><dd>Tested: nothing speaks against it. A person should look first: the test cannot decide. Refused: it would make an intent clearly worse or carry personal data. The test compares the classifier (${words(engine, 120)}) with and without the change.</dd>
<dt>Turns</dt><dd>Counted from 1 on each side. In the files <code>bot:3</code> is the fourth turn of the bot session: they count from 0.</dd>
<dt>More often, less often</dt><dd>Two weeks are said to differ only where the difference is larger than chance makes it in 19 of 20 cases; below ten journeys in both nothing is said.</dd>
<dt>Tokens</dt><dd>Personal values stand as a type with a short keyed hash, such as <code>⟨phone:9f2c41⟩</code>: the same value gives the same hash. A character that would act instead of being read is shown by its name.</dd>
<dt>Unknown</dt><dd>The data does not say. It is never counted as zero.</dd>
</dl>
<p>Days and hours are those of ${words(run.timeZone, 60)}. Every number on this page is in <code>metrics.json</code>, every handoff in <code>journeys.ndjson</code>.</p>`;
  return section('reading', 'How to read this', body);
}
