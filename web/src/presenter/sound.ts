// The signals of the clock, played by the projector. Made of plain tones, so that nothing is fetched.

/** Frequencies in hertz of the tones, one after another: a fifth down to go on, a rising chord when the time is up. */
const TONES = { next: [784, 523], over: [523, 659, 784, 1047] } as const;
/** Between the starts of two tones, and how long each rings, in seconds. */
const APART_S = 0.22;
const RING_S = 1.1;

let context: AudioContext | undefined;

/** Browsers keep a page silent until somebody has pressed something on it; gives whether it may sound. */
export function maySound(): boolean {
  return (context ??= new AudioContext()).state === "running";
}

/** Asks to sound from now on; called when somebody presses a key or clicks. */
export function allowSound(): void {
  void (context ??= new AudioContext()).resume();
}

/** Plays a signal, if the browser lets the page sound. */
export function playSignal(signal: keyof typeof TONES): void {
  if (!context || context.state !== "running") return;
  const start = context.currentTime + 0.02;
  for (const [index, frequency] of TONES[signal].entries()) ring(context, frequency, start + index * APART_S);
}

/** One tone that rings out like a struck bar: the tone itself and a softer one two octaves above. */
function ring(on: AudioContext, frequency: number, at: number): void {
  for (const [factor, loudness] of [
    [1, 0.32],
    [4, 0.05],
  ] as const) {
    const tone = on.createOscillator();
    const volume = on.createGain();
    tone.frequency.value = frequency * factor;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(loudness, at + 0.012);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + RING_S / Math.sqrt(factor));
    tone.connect(volume).connect(on.destination);
    tone.start(at);
    tone.stop(at + RING_S);
  }
}
