/** The currency of a country, for a report whose config names none. */

/**
 * Only where a unit is worth about as much as a pound, for which the default prices are guesses: an agent's minute for 0.6 yen
 * would mislead more than a sign that is not one's own. ISO 3166 to ISO 4217.
 */
const currencies: Readonly<Record<string, string>> = {
  GB: 'GBP',
  US: 'USD',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  CH: 'CHF',
};
/** The twenty-one countries whose currency it is (Bulgaria since 2026). */
const euro = 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ');

/** @param locale a language tag; without a country, that in which most speak the language: `de` is read as `de-DE` */
export function currencyFor(locale: string): string {
  const country = new Intl.Locale(locale).maximize().region ?? '';
  return euro.includes(country) ? 'EUR' : (currencies[country] ?? 'GBP');
}
