/** What stands between two things that are listed: "October 11th, 2026 and illness". */
export const listSigns = /\s+(?:and|plus)\s+|\s*[,;&]\s+|\s+[/|]\s+|\s*\n\s*/giu;
/** The same where commas stand inside them: "⟨account:f05617⟩ and my sunglasses, black ones". */
export const listWords = /\s+(?:and|plus)\s+/giu;
