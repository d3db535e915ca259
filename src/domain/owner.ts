/** Who repairs. */
export const owners = ['bot_team', 'operations', 'journey_owner'] as const;
export type Owner = (typeof owners)[number];
