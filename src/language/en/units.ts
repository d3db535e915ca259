/** Units that are counted: "rental days" is how many, "rental day" is which. */
export const countedUnits: ReadonlySet<string> = new Set(
  'minutes hours days nights weeks months years miles kilometers kilometres people persons guests adults children rooms seats tickets items pieces'.split(
    ' ',
  ),
);
