import { LAST_AXIS, layerClass, shapeText, type Effect, type InputShapes } from './layer-class.js';

const MAX_MERGED = 16;

/** What makes one image of several. */
export const MERGING_CLASSES = {
  Concatenate: layerClass({
    settings: {},
    fixed: { axis: LAST_AXIS },
    inputs: [2, MAX_MERGED],
    effect: (_settings, inputs) => {
      const [[rows, columns]] = inputs;
      return inputs.every((input) => input[0] === rows && input[1] === columns)
        ? { shape: [rows, columns, inputs.reduce((sum, input) => sum + input[2], 0)] }
        : `its inputs have ${inputs.map(shapeText).join(' and ')}: all need the same rows and columns`;
    },
  }),
  Add: layerClass({ settings: {}, inputs: [2, MAX_MERGED], effect: broadcast }),
  Multiply: layerClass({ settings: {}, inputs: [2, MAX_MERGED], effect: broadcast }),
  Average: layerClass({ settings: {}, inputs: [2, MAX_MERGED], effect: alike }),
  Maximum: layerClass({ settings: {}, inputs: [2, MAX_MERGED], effect: alike }),
  Minimum: layerClass({ settings: {}, inputs: [2, MAX_MERGED], effect: alike }),
};

function alike(_settings: unknown, inputs: InputShapes): Effect | string {
  const [shape] = inputs;
  return inputs.every((input) => shapeText(input) === shapeText(shape))
    ? { shape }
    : `its inputs have ${inputs.map(shapeText).join(' and ')}: all need the same shape`;
}

/** One row, column or channel stands for all of them. */
function broadcast(_settings: unknown, inputs: InputShapes): Effect | string {
  const along = (axis: 0 | 1 | 2): number => Math.max(...inputs.map((input) => input[axis]));
  const shape = [along(0), along(1), along(2)] as const;
  return inputs.every((input) => input.every((extent, axis) => extent === shape[axis] || extent === 1))
    ? { shape }
    : `its inputs have ${inputs.map(shapeText).join(' and ')}: rows, columns and channels must be the same, or 1`;
}
