/**
 * What was suggested: the newest few of each conference. `number` is their order; a body is JSON, because nobody asks the
 * database for a column of it, and a suggestion is read whole or not at all.
 */
export const suggestions = `
CREATE TABLE suggestions (
  id TEXT PRIMARY KEY,
  conferenceId TEXT NOT NULL,
  number INTEGER NOT NULL UNIQUE,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX suggestionsByConference ON suggestions (conferenceId, number);
`;
