/** Where the throat and the mouth resonate in five vowels (Hz): the first three formants of a low voice. */
const vowels: readonly (readonly [number, number, number])[] = [
  [730, 1090, 2440],
  [270, 2290, 3010],
  [570, 840, 2410],
  [530, 1840, 2480],
  [300, 870, 2240],
];
/** Seconds of one syllable: a breath of noise, then the vowel. */
const syllable = 0.32;
const syllables = 9;

/**
 * Plays a made voice of three seconds on an output, the same way as the return will be played. Resolves when it has
 * ended. Rejects where the output is gone or the browser does not let it sound.
 */
export async function playTestVoice(deviceId: string): Promise<void> {
  const context = new AudioContext();
  const output = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  const element = new Audio();
  element.srcObject = output.stream;
  try {
    if (deviceId !== "") await element.setSinkId(deviceId);
    const voice = voiceOf(context, output);
    await Promise.all([context.resume(), element.play()]);
    await ended(voice);
  } finally {
    element.srcObject = null;
    await context.close();
  }
}

/** Connects a buzzing throat and some breath to a mouth that changes its shape nine times. Returns what sounds longest. */
function voiceOf(context: AudioContext, output: AudioNode): OscillatorNode {
  const begin = context.currentTime + 0.1;
  const throat = new OscillatorNode(context, { type: "sawtooth", frequency: 118 });
  const loud = new GainNode(context, { gain: 0 });
  const sum = new GainNode(context, { gain: 0.9 });
  throat.connect(loud);
  const mouth = [0, 1, 2].map((nth) => {
    const filter = new BiquadFilterNode(context, { type: "bandpass", Q: 8 });
    const share = new GainNode(context, { gain: [1, 0.6, 0.35][nth] ?? 0 });
    loud.connect(filter).connect(share).connect(sum);
    return filter;
  });
  const breath = new AudioBufferSourceNode(context, { buffer: noise(context), loop: true });
  const hiss = new GainNode(context, { gain: 0 });
  breath
    .connect(new BiquadFilterNode(context, { type: "highpass", frequency: 3000 }))
    .connect(hiss)
    .connect(sum);
  sum.connect(output);
  for (let at = 0; at < syllables; at++) {
    const from = begin + at * syllable;
    const shape = vowels[(at * 2 + (at > 4 ? 1 : 0)) % vowels.length];
    for (const [nth, filter] of mouth.entries()) filter.frequency.setTargetAtTime(shape?.[nth] ?? 500, from, 0.03);
    throat.frequency.setTargetAtTime(132 - 4 * at + (at % 3) * 9, from, 0.06);
    hiss.gain.setTargetAtTime(0.12, from, 0.008);
    hiss.gain.setTargetAtTime(0, from + 0.05, 0.01);
    loud.gain.setTargetAtTime(1.6, from + 0.05, 0.02);
    loud.gain.setTargetAtTime(0, from + syllable * 0.75, 0.03);
  }
  throat.start(begin);
  breath.start(begin);
  throat.stop(begin + syllables * syllable + 0.2);
  breath.stop(begin + syllables * syllable + 0.2);
  return throat;
}

function noise(context: AudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, context.sampleRate / 2, context.sampleRate);
  const samples = buffer.getChannelData(0);
  for (let at = 0; at < samples.length; at++) samples[at] = Math.random() * 2 - 1;
  return buffer;
}

const ended = (voice: OscillatorNode): Promise<void> =>
  new Promise((resolve) => {
    voice.addEventListener("ended", () => resolve(), { once: true });
  });
