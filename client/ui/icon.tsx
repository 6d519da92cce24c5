import type { JSX } from "preact";

/** Drawn on 20 by 20, lines only. An icon never stands without its word. */
const paths = {
  listen: "M3 7h3l5-4v14l-5-4H3zM14 7q2 3 0 6M16.5 5q3.500 5 0 10",
  hand: "M6 11V4.5a1.5 1.5 0 0 1 3 0V9M9 9V3a1.5 1.5 0 0 1 3 0v6M12 9V4.5a1.5 1.5 0 0 1 3 0V12a6 6 0 0 1-6 6c-2 0-3-1-4-3l-2-4a1.5 1.5 0 0 1 3-1z",
  chat: "M2 4h16v10H9l-4 4v-4H2z",
  microphone: "M10 2a3 3 0 0 1 3 3v4a3 3 0 0 1-6 0V5a3 3 0 0 1 3-3zM4 9a6 6 0 0 0 12 0M10 15v3",
  microphoneOff: "M10 2a3 3 0 0 1 3 3v4a3 3 0 0 1-6 0V5a3 3 0 0 1 3-3zM4 9a6 6 0 0 0 12 0M10 15v3M2 2l16 16",
  camera: "M2 5h11v10H2zM13 9l5-3v8l-5-3z",
  cameraOff: "M2 5h11v10H2zM13 9l5-3v8l-5-3zM2 2l16 16",
  screen: "M2 3h16v11H2zM6 18h8M10 14v4",
  leave: "M8 3H3v14h5M8 10h10M14 6l4 4-4 4",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="ico" viewBox="0 0 20 20" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

/** The mark: strips of time, and the one moment that they share. */
export function Mark(): JSX.Element {
  return (
    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
      <path fill="currentColor" d="M0 3h6v4H0zM11 3h5v4h-5zM3 10h3v4H3zM11 10h13v4H11zM0 17h6v4H0zM11 17h9v4h-9z" />
      <path class="spine" fill="currentColor" d="M7 0h3v24H7z" />
    </svg>
  );
}

/** State of a line in a shape: full, look, lost. The word stands beside it. */
export function Dot({ state }: { readonly state: "good" | "look" | "lost" }): JSX.Element {
  return (
    <svg class="dot" viewBox="0 0 12 12" aria-hidden="true">
      {state === "good" && <circle cx="6" cy="6" r="5" fill="currentColor" />}
      {state === "look" && <path d="M6 .5 11.800 11.500H.2z" fill="#f5b324" stroke="#12161b" />}
      {state === "lost" && (
        <circle
          cx="6"
          cy="6"
          r="4.500"
          fill="none"
          stroke="currentColor"
          stroke-width="1.500"
          stroke-dasharray="2.500 2"
        />
      )}
    </svg>
  );
}
