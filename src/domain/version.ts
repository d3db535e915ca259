/** As in package.json; noted with every night. */
export const version = '0.1.0';
