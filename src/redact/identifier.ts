/**
 * Tells keys from words. A key must come out of redaction as it went in, or the contact is never joined to its session; many
 * keys look like an account number to the rules for personal data.
 */

const keyNames =
  /(?:^|[_\W])(?:session|contact|handoff|handback|conversation|interaction|chat|call|case|thread|task|trace|correlation|message)[_\W]?(?:id|sid|key|uuid|guid|ref|reference)$|^(?:sid|uuid|guid)$/i;
const keyShapes =
  /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?=.*[a-f])(?=.*\d)[0-9a-f]{16,64}|[A-Z]{2}[0-9a-f]{32})$/i;

/** `botSessionId` reads as `bot_session_id`. */
const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2');

export const isIdentifier = (name: string, value: string): boolean =>
  (keyNames.test(snake(name)) && !/\s/.test(value)) || keyShapes.test(value);
