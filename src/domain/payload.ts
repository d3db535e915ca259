/** Whether a text is what a pressed button or a command sends, as platforms log it: `/request_loan{"amount": 5}`, `/start now`. */
export const isPayload = (text: string): boolean => /^\s*\/\p{L}/u.test(text);
