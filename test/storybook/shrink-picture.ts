import optimise, { init } from '@jsquash/oxipng/optimise.js';
import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';

/** Between two levels of a colour; an eye sees no difference, and pixelmatch counts none. */
const STEP = 17;

/** Where a PNG says how its colours are written, and what it says for three numbers a pixel, or four. */
const COLOR_TYPE = 25;
const TRUE_COLORS = [2, 6];

/** A browser writes true colours; few colours are written as a palette, or as levels of grey. */
export const wasShrunk = (png: Uint8Array): boolean => !TRUE_COLORS.includes(png[COLOR_TYPE] ?? 0);

/** The same picture in 16 levels of each colour, in a quarter of the bytes. */
export const shrinkPicture = async (png: Buffer): Promise<Uint8Array> => {
  await started();
  const picture = PNG.sync.read(png);
  picture.data = picture.data.map((level) => Math.round(level / STEP) * STEP) as Buffer;
  const coarse = Uint8Array.from(PNG.sync.write(picture, { colorType: 2 }));
  return new Uint8Array(await optimise(coarse.buffer, { level: 2 }));
};

let starting: Promise<unknown> | undefined;

/** Node has no `fetch` for files: the program is handed over. */
const started = (): Promise<unknown> => {
  const program = import.meta.resolve('@jsquash/oxipng/codec/pkg/squoosh_oxipng_bg.wasm');
  starting ??= WebAssembly.compile(readFileSync(new URL(program))).then((module) => init(module));
  return starting;
};
