/** Words that a street's name ends in, in English. Not "esplanade": there the name is often that alone, or goes on ("Esplanade North"). */
export const streetTypes =
  '(?:street|str|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|crescent|cres|circle|cir|terrace|ter|gardens|boulevard|blvd|square|grove|mews|highway|hwy|parkway|pkwy|trail|trl|loop|walk|way|place|row|hill|park|parade|pde|circuit|cct|promenade|quay|crossing|rise)';
