/** Mbit/s that one live room takes of its venue's line, up and down. */
export const linkNeed = { up: 4, down: 6 } as const;

/** The line check takes the last minutes of a room's set-up, at most so many. */
export const lineCheckMinutes = 15;

/** Starts are offered every so many minutes of wall time. */
export const slotMinutes = 15;
