/** Control characters would move the cursor or recolour the screen, bidirectional overrides reorder what is read. */
const harmful = /(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu;

/** Customers' words made safe for a terminal: line feed and tab stay, other control characters become U+FFFD. */
export function printable(text: string): string {
  return text.replace(harmful, '\ufffd');
}
