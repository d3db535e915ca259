/** From where on a night is not to be relied on. */
export const healthSettings = {
  /** Days of the same weekday, the newest first, that say what is usual: two months, so that a season may change it. */
  usualDays: 8,
  /** Fewer of them say nothing yet. */
  fewestUsualDays: 3,
  /** A source that brings less than this share of the usual has lost something: half a file lies below, a quiet day above. */
  leastShare: 0.6,
  /** The same of handoffs: a repair may halve them, a log in which they are no longer understood has next to none. */
  leastHandoffShare: 0.2,
  /** And chance must not explain it: so many standard deviations, of a Poisson count or of the days themselves. */
  leastDeviations: 3,
  /** Fewer handoffs say nothing about the share of them that is linked. */
  fewestHandoffs: 10,
  /** Days without any agent contact that no weekend and no holidays explain. */
  silentDays: 5,
  /** Without earlier nights: below this share of linked handoffs the two sides do not belong together. */
  leastLinked: 0.05,
  /** A bot that hands over none of this many sessions is one whose handoffs are not understood. */
  sessionsWithoutHandoff: 50,
  /** Days after the newest with sessions that are looked at, the newest first. */
  laterDays: 14,
  /** Of the agent contacts of the night's own day: fewer on a later day are those that ran past midnight, or the start of a day. */
  leastLaterShare: 0.1,
  /** Nights whose share of linked handoffs says what is usual. */
  usualNights: 14,
};
