/** A part of `natural` without types of its own: its index of stemmers reads the dictionaries of all languages. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  import type { PorterStemmer } from 'natural/lib/natural/stemmers/index.js';

  const stemmer: typeof PorterStemmer;
  export default stemmer;
}
