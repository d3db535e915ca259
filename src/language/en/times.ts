/** Times of day with their figures in digits: "7:15 pm", "10 45 a m", "half past 3", "17h45". */
export const timesOfDay =
  /(?<![\d.])(?:\d{1,2}(?:[:. ]?\d{2})? ?(?:[ap]\.? ?m(?!\p{L})\.?|o['’]?clock)|(?:quarter|half|\d{1,2}(?: minutes)?) (?:past|to) \d{1,2}(?: ?[ap]\.? ?m(?!\p{L}))?|\d{1,2}(?::|h)\d{2}(?!\d)|(?:12 )?(?:noon|midday|midnight))(?: in the (?:morning|afternoon|evening)| at night)?/giu;

const time =
  /^(\d{1,2})(?:[:. ]?(\d{2}))?(?::\d{2})?(?: ?(?:([ap])\.? ?m\.?|o'?clock)|(?= in the | at night))(?: in the (morning|afternoon|evening)| at (night))?$|^(\d{1,2}):(\d{2})(?::\d{2})?$/;
const past =
  /^(quarter|half|\d{1,2})(?: minutes?)? (past|to) (\d{1,2})(?: ?([ap])\.? ?m\.?| in the (morning|afternoon|evening)| at (night))?$/;

/** `14:30` for a time of day with its figures or number words already in digits; null for anything else. */
export function timeForm(text: string): string | null {
  const bare = text.replace(/^(?:at|about|around) /, '');
  if (/^(?:12 )?(?:noon|midday)$/.test(bare)) return '12:00';
  if (/^(?:12 )?midnight$/.test(bare)) return '00:00';
  const spoken = past.exec(bare.replace(/^a /, ''));
  if (spoken) return pastOrTo(spoken);
  const match = time.exec(bare);
  if (!match) return null;
  const [, hour, minute, half, part, night] = match;
  return written(Number(hour ?? match[6]), Number(minute ?? match[7] ?? '0'), half, part ?? night);
}

function pastOrTo([, amount = '', way, of, half, part, night]: RegExpExecArray): string | null {
  const minutes = amount === 'quarter' ? 15 : amount === 'half' ? 30 : Number(amount);
  const hour = Number(of);
  if (minutes > 30 || hour > 24 || hour < 1) return null;
  if (way === 'past') return written(hour, minutes, half, part ?? night);
  return minutes === 0
    ? null
    : written(hour === 1 ? 12 : hour - 1, 60 - minutes, half, part ?? night);
}

function written(
  hour: number,
  minute: number,
  half: string | undefined,
  part: string | undefined,
): string | null {
  const isHalf = half !== undefined || part !== undefined;
  if (hour > 23 || minute > 59 || (isHalf && hour > 12)) return null;
  const afternoon =
    half === 'p' || part === 'afternoon' || part === 'evening' || isLate(hour, part);
  const whole = isHalf ? (hour % 12) + (afternoon ? 12 : 0) : hour;
  return `${whole}`.padStart(2, '0').concat(':', `${minute}`.padStart(2, '0'));
}

/** "11 at night", but "2 at night". */
const isLate = (hour: number, part: string | undefined) =>
  part === 'night' && hour >= 6 && hour < 12;
