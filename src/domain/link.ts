/** Which contact took a session's handoff, how sure that is, and what it rests on. */

/** `key`: a shared key; `identity`, `scored`: the Fellegi-Sunter score, with or without a shared identity hash. */
export type LinkMethod = 'key' | 'identity' | 'scored' | 'none';

/** One comparison's share of a link's score, in bits (log2 of m/u). */
export interface LinkWeight {
  comparison: string;
  level: string;
  weight: number;
}

export interface Link {
  /** `Session.id`. */
  session: string;
  /** `Contact.id`, or null where no contact is claimed. */
  contact: string | null;
  method: LinkMethod;
  /** Further contacts of the same journey in order of time: transfers, and others with the same key. */
  legs: string[];
  /** Posterior that this contact took this handoff; for `none`, the posterior that none of the candidates did. */
  probability: number;
  /** `linked` from the config's upper threshold, `possible` from its lower one, else `none`. */
  status: 'linked' | 'possible' | 'none';
  /** Contacts that entered a queue within the window and were free. */
  candidates: number;
  /** log2 odds before any comparison; then one weight a comparison. They add up to the score. */
  prior: number;
  weights: LinkWeight[];
  /** The next best contacts, best first. */
  rivals: { contact: string; probability: number }[];
}

/** What the links of a night rest on, as it was learned; `m` and `u` are P(level | same journey) and P(level | unrelated). */
export interface LearnedLinks {
  /** Share of the handoffs without a key whose contact is on record. */
  found: number;
  /** Share of the free contacts that no handoff brought. */
  single: number;
  /** Of a handoff that nobody took: its customer's own later contacts among the candidates, on average. */
  returns: number;
  comparisons: {
    id: string;
    levels: { name: string; m: number; u: number; bits: number }[];
  }[];
}

/** How a contact centre's clock goes against the bot's. */
export interface ClockReading {
  platform: string;
  /** Positive: its times are later than they should be. 0 where nothing speaks against its clock. */
  aheadSeconds: number;
  /** Pairs with a key or an identity in common that it was read from. */
  pairs: number;
}

/** A link that an earlier night saw otherwise. */
export interface LinkChange {
  session: string;
  before: Pick<Link, 'contact' | 'status' | 'probability'>;
  after: Pick<Link, 'contact' | 'status' | 'probability' | 'method'>;
}
