// What the cameras of the pictures see: halls and people, drawn for this project. Each scene is a function of the phase
// of its loop (0 to 1) that gives an SVG of 320 × 180, so that somebody always moves a little.

export type Scene = (phase: number) => string;

const wave = (phase: number, turns = 1, shift = 0): number => Math.sin(2 * Math.PI * (phase * turns + shift));

interface Look {
  readonly skin: string;
  readonly hair: string;
  readonly dress: string;
}

const rect = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;

/** Somebody who sits or stands behind something: shoulders that end at `base`, and a head. */
function person(x: number, base: number, size: number, { skin, hair, dress }: Look): string {
  const r = size * 0.42;
  const neck = base - size * 1.15;
  const head = neck - r * 0.8;
  return (
    `<path d="M${x - size * 0.72} ${base}q${size * 0.04} ${-size * 1.1} ${size * 0.72} ${-size * 1.16}q${size * 0.68} ${size * 0.06} ${size * 0.72} ${size * 1.16}z" fill="${dress}"/>` +
    `<rect x="${x - r * 0.36}" y="${head}" width="${r * 0.72}" height="${r * 1.3}" fill="${skin}"/>` +
    `<circle cx="${x}" cy="${head}" r="${r}" fill="${skin}"/>` +
    `<path d="M${x - r} ${head + r * 0.1}a${r} ${r} 0 0 1 ${2 * r} 0q${-r * 0.5} ${-r * 0.6} ${-r} ${-r * 0.5}t${-r} ${r * 0.5}z" fill="${hair}"/>`
  );
}

/** A row of people from behind, who lean a little. */
function row(y: number, size: number, from: number, step: number, fill: string, phase: number): string {
  let drawn = "";
  for (let i = 0; from + i * step < 340; i += 1) {
    const x = from + i * step + wave(phase, 1, i * 0.37) * size * 0.05;
    drawn += `<circle cx="${x}" cy="${y}" r="${size * 0.48}"/><path d="M${x - size} 180v${y + size * 0.9 - 180}q0 ${-size * 0.5} ${size} ${-size * 0.5}t${size} ${size * 0.5}V180z"/>`;
  }
  return `<g fill="${fill}">${drawn}</g>`;
}

function panes(x: number, y: number, width: number, height: number, glass: string, frame: string): string {
  const bars = `M${x} ${y}h${width}v${height}h${-width}zM${x + width / 2} ${y}v${height}M${x} ${y + height * 0.45}h${width}`;
  return rect(x, y, width, height, glass) + `<path d="${bars}" fill="none" stroke="${frame}" stroke-width="2.5"/>`;
}

function board(x: number, y: number, width: number, height: number, lines: readonly number[]): string {
  const written = lines.map((share, i) =>
    rect(x + 8, y + 9 + i * 9, (width - 16) * share, i === 0 ? 4 : 2.5, "#8b9896"),
  );
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#f4f4ef" stroke="#7d7768" stroke-width="2"/>${written.join("")}`;
}

/** A speaker at a lectern, two at the table, the backs of the audience. */
export const durban: Scene = (phase) => {
  const sway = wave(phase) * 1.6;
  const hand = 8 + wave(phase, 2) * 7;
  return (
    rect(0, 0, 320, 180, "#d3cdbf") +
    rect(0, 94, 320, 86, "#b9b19e") +
    panes(16, 14, 34, 58, "#eef3f1", "#bdb6a6") +
    panes(60, 14, 34, 58, "#eef3f1", "#bdb6a6") +
    board(204, 12, 98, 58, [0.6, 0.9, 0.8, 0.7]) +
    rect(0, 118, 320, 12, "#83705a") +
    person(222, 102, 22, { skin: "#4b2f24", hair: "#1f1b1a", dress: "#8a5b3b" }) +
    person(266 + wave(phase, 1, 0.3), 102, 22, { skin: "#6d4834", hair: "#2a2625", dress: "#4f6b4c" }) +
    rect(196, 98, 94, 32, "#6d5b46") +
    `<path d="M${131 + sway} 100l${-20} ${-hand}" stroke="#59372a" stroke-width="6" stroke-linecap="round"/>` +
    person(151 + sway, 116, 34, { skin: "#59372a", hair: "#d0872f", dress: "#27506b" }) +
    `<path d="M130 92h42l-6 40h-30z" fill="#5d4a37"/><path d="M161 92q4-9-3-16" fill="none" stroke="#26262a" stroke-width="2"/>` +
    row(146, 25, 22, 52, "#3a393e", phase) +
    row(164, 30, -4, 54, "#242428", phase + 0.4)
  );
};

/** Four at a table before a window in the early light. */
export const losAngeles: Scene = (phase) => {
  const looks: readonly Look[] = [
    { skin: "#c99368", hair: "#2b211b", dress: "#3c5a7a" },
    { skin: "#6b4531", hair: "#66645f", dress: "#7a6a52" },
    { skin: "#a87650", hair: "#1d1817", dress: "#55694f" },
    { skin: "#d8ab86", hair: "#8f8a84", dress: "#6b5570" },
  ];
  const sitters = looks.map((look, i) =>
    person(78 + i * 62 + wave(phase, 1, i * 0.27) * 1.5, 122 + wave(phase, 2, i * 0.4) * 0.6, 27, look),
  );
  return (
    rect(0, 0, 320, 180, "#bcc1ba") +
    rect(0, 106, 320, 74, "#8d9189") +
    rect(20, 12, 124, 60, "#f4e4bf") +
    rect(20, 54, 124, 18, "#e9c88a") +
    `<path d="M20 12h124v60H20zM61 12v60M103 12v60" fill="none" stroke="#8f948d" stroke-width="3"/>` +
    board(190, 16, 90, 44, [0.5, 0.8, 0.6]) +
    sitters.join("") +
    `<path d="M26 120h272l20 28H4z" fill="#a88d69"/><path d="M4 148h314v10H4z" fill="#806a4b"/>` +
    `<path d="M70 127h24l3 8H66zM190 129h26l3 8h-32z" fill="#f3f1ea"/><path d="M136 123h15l3 6h-21z" fill="#2b2d30"/>` +
    row(166, 28, 60, 76, "#2a2a2e", phase)
  );
};

/** Two who stand before a board in the evening, under a fan that turns. */
export const chennai: Scene = (phase) => {
  const blade = 58 * Math.abs(wave(phase, 1.5)) + 6;
  const raise = 10 + wave(phase, 1) * 6;
  return (
    rect(0, 0, 320, 180, "#cdc2a4") +
    rect(0, 100, 320, 80, "#ab9d7b") +
    panes(20, 22, 52, 54, "#2f3d52", "#efe7cf") +
    panes(248, 22, 52, 54, "#2f3d52", "#efe7cf") +
    `<path d="M160 0v14" stroke="#5b523d" stroke-width="3"/><rect x="154" y="13" width="12" height="5" fill="#6d644c"/>` +
    `<path d="M${160 - blade} 16h${2 * blade}" stroke="#6d644c" stroke-width="2.5"/>` +
    board(104, 34, 112, 50, [0.55, 0.75, 0.6, 0.7]) +
    person(98 + wave(phase, 1, 0.2), 132, 33, { skin: "#6b412a", hair: "#191617", dress: "#4d7089" }) +
    `<path d="M204 104l-16 ${-raise}" stroke="#7a4c31" stroke-width="6" stroke-linecap="round"/>` +
    person(220 + wave(phase) * 1.4, 134, 35, { skin: "#7a4c31", hair: "#161213", dress: "#8c3d6a" }) +
    `<path d="M${208 + wave(phase) * 1.4} 95q22 12 30 39h-9q-10-25-25-33z" fill="#d6a13a"/>` +
    row(148, 25, 24, 54, "#3d372f", phase) +
    row(166, 30, -2, 56, "#26231f", phase + 0.3)
  );
};

/** A woman at home in the morning, who speaks into her telephone's headset. */
export const ana: Scene = (phase) => {
  const x = wave(phase) * 2;
  const mouth = 2 + Math.abs(wave(phase, 3)) * 3;
  return (
    rect(0, 0, 320, 180, "#b1c1c4") +
    rect(0, 134, 320, 46, "#92a7ab") +
    rect(20, 8, 72, 92, "#eaf0ef") +
    `<path d="M13 4h30q4 52-6 106H13zM99 4H80q-4 58 4 106h15z" fill="#e4ddc8"/><path d="M8 5h97" stroke="#9a927b" stroke-width="3"/>` +
    `<rect x="242" y="22" width="46" height="34" fill="#b9ad8e" stroke="#f2ede1" stroke-width="5"/>` +
    `<g transform="translate(${x} ${wave(phase, 2) * 0.8})">` +
    `<path d="M116 136q-10-114 46-114t48 114q2 16 8 22H108q8-10 8-22z" fill="#241a16"/>` +
    `<rect x="150" y="104" width="26" height="34" fill="#a06c48"/><ellipse cx="163" cy="80" rx="29" ry="40" fill="#b27a53"/>` +
    `<path d="M131 82q0-46 33-48 31 2 30 46-10-8-15-28-14 24-48 30z" fill="#241a16"/>` +
    `<circle cx="152" cy="81" r="2.4" fill="#2b1c15"/><circle cx="175" cy="81" r="2.4" fill="#2b1c15"/>` +
    `<ellipse cx="163" cy="102" rx="8" ry="${mouth}" fill="#83412f"/>` +
    `<path d="M82 182q2-48 46-52l22-4q14 14 28 0l22 4q44 6 46 52z" fill="#2f6663"/>` +
    `<path d="M134 88q-6 32 5 60" fill="none" stroke="#2b2b2e" stroke-width="2"/><rect x="130" y="78" width="7" height="15" rx="2" fill="#2b2b2e"/></g>`
  );
};
