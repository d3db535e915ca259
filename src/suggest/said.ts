/** What somebody said, with the intent that it was for (null for none of the bot's, undefined for what is not known). */
export interface Said {
  text: string;
  intent: string | null | undefined;
}
