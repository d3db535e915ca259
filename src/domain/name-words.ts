/**
 * "annual_mileage", "pickUpDate", "PickUpDate" and "pick-up/date" as words with a space between. Capitals of an
 * abbreviation stay: "vehicleVIN" is "vehicle VIN", and "B2B" one word.
 */
export const nameWords = (name: string): string =>
  name
    .replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{N})(?=\p{Lu}\p{Ll})/gu, ' ')
    .replace(/[\s_\-/.]+/g, ' ')
    .trim()
    .replace(/(?<![\p{L}\p{N}])\p{Lu}(?=\p{Ll}+(?![\p{L}\p{N}]))/gu, (first) =>
      first.toLowerCase(),
    );
