/**
 * With what a cell begins that a spreadsheet runs as a formula (https://owasp.org/www-community/attacks/CSV_Injection), for the
 * brackets of a pattern. The full-width signs are read as their narrow twins.
 */
export const formulaSigns = '=+\\-@\uff1d\uff0b\uff0d\uff20';
