/** Numbers of this room that no user turns, each with its reason. */

/** Coverage of a value's interval; tickets are ordered by its lower end. */
export const level = 0.9;

/** In a store's first days hardly anything is known of how days differ, and tickets still need an order. */
export const fewestDays = 7;

/** With fewer journeys than this a cause's own spread says little; its category's is taken. */
export const ownSpreadFrom = 10;

/** Fewer matched journeys than this are an anecdote; the next coarser stratum is asked. */
export const minimumMatched = 5;

/** Hours of the day that journeys are matched within. */
export const bandHours = 4;

// Which tickets people get to read
/** Ten minutes a month; a tenth of what reading and repairing one costs. */
export const leastMinutesAMonth = 10;
/** Fewer journeys, or days, may be one customer or one bad afternoon. */
export const fewestJourneysListed = 5;
export const fewestDaysListed = 3;
/** Five a week for each of the owners' teams, and some to choose from. */
export const mostListed = 25;
/** As many tickets as a bot team looks at. */
export const shown = 10;
