/**
 * Links made-up sides and prints what it took, as one line of JSON: a process of its own, so that its memory is its own.
 * Usage: node link-load.mjs SESSIONS DAYS KEY_SHARE QUEUES IDENTITY_SHARE
 */
import { link } from '../../dist/link/link.js';

const [sessions, days, keyShare, queues, identityShare] = process.argv.slice(2).map(Number);

/** mulberry32 (Tommy Ettinger): enough chance for a load. */
let state = 7;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Words by Zipf's law: the r-th is as frequent as 1 / r. */
const vocabulary = 20_000;
const word = () => Math.floor(vocabulary ** random()) - 1;
const words = (own, n) =>
  Int32Array.from(new Set([...own, ...Array.from({ length: n }, word)])).sort();

const from = Date.UTC(2026, 9, 5);
const hours = 14;
const handoffs = [];
const contacts = [];
const truth = new Map();
for (let i = 0; i < sessions; i++) {
  const day = Math.floor(random() * days);
  const at = from + day * 86_400_000 + Math.floor((8 + random() * hours) * 3_600_000);
  const queue = `queue ${Math.floor(random() * queues)}`;
  const phone = random() < identityShare ? `p${Math.floor(random() * 1e9)}` : undefined;
  const keys = random() < keyShare ? [`k${i}`] : [];
  const topic = Array.from({ length: 4 }, () => 200 + Math.floor(random() * (vocabulary - 200)));
  handoffs.push({
    session: `s${i}`,
    at,
    keys,
    keyed: keys.length > 0,
    customer: phone ? { phone } : {},
    target: queue,
    channel: 'chat',
    intents: [],
    values: [],
    words: words(topic, 6),
  });
  const direct = random() < 0.08;
  const waited = direct
    ? Math.floor((random() - 0.5) * 43_200)
    : Math.ceil(45 * Math.exp(0.9 * normal()));
  if (!direct) truth.set(`s${i}`, `c${i}`);
  contacts.push({
    contact: `c${i}`,
    platform: 'desk',
    at: at + waited * 1000,
    keys: direct ? [] : keys,
    keyed: keys.length > 0 && !direct,
    transferred: false,
    customer: phone && !direct && random() < 0.5 ? { phone } : {},
    queue,
    channel: 'chat',
    origin: 'unknown',
    values: [],
    words: words(direct ? [] : topic.filter(() => random() < 0.6), 14),
  });
}
globalThis.gc?.();
const before = process.memoryUsage().rss;
const started = performance.now();
const { links } = link(handoffs, contacts, {
  linkedFrom: 0.9,
  possibleFrom: 0.5,
  keyPaths: [],
  previousPaths: [],
  lookBackDays: 7,
  windowMinutes: 60,
  clockToleranceSeconds: 120,
});
const seconds = (performance.now() - started) / 1000;
const peak = process.resourceUsage().maxRSS * 1024;
let [hits, wrong, keyWrong] = [0, 0, 0];
for (const { session, contact, method, status } of links) {
  if (status !== 'linked') continue;
  const right = contact === truth.get(session);
  if (method === 'key') keyWrong += right ? 0 : 1;
  else if (right) hits++;
  else wrong++;
}
console.log(
  JSON.stringify({
    seconds,
    megabytes: Math.max(0, peak - before) / 2 ** 20,
    keyWrong,
    hits,
    wrong,
    precision: hits / (hits + wrong),
    linked: links.filter(({ status }) => status === 'linked').length,
  }),
);
