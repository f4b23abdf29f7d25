/** The channel in which a question behind a button was asked, where alone it may be read again. */
export const askedChannel = `
  ALTER TABLE asked ADD COLUMN channel TEXT;
`;
