import { elementCount } from '../model-file.js';
import { CHANNELS_LAST, layerClass, shapeText, windowPlaces, type Effect, type InputShapes } from './layer-class.js';
import { MAX_INPUT_SIDE } from './limits.js';
import { margins, oneOf, pair, pairOrNull, type Pair } from './setting.js';

/** A window as large as the image is a global pooling; of a maximum, each place is looked at by itself. */
const MAX_WINDOW = 1024;
const MAX_MAXIMUM_WINDOW = 15;

const pooling = {
  pool_size: pair(1, MAX_WINDOW, [2, 2]),
  strides: pairOrNull(1, MAX_WINDOW),
  padding: oneOf(['valid', 'same'], 'valid'),
};

/** What makes images smaller or larger and has no weights. */
export const RESIZING_CLASSES = {
  MaxPooling2D: layerClass({
    settings: { ...pooling, pool_size: pair(1, MAX_MAXIMUM_WINDOW, [2, 2]) },
    fixed: CHANNELS_LAST,
    effect(settings, inputs) {
      const effect = pooled(settings, inputs);
      return typeof effect === 'string' ? effect : { ...effect, taps: elementCount(settings.pool_size) };
    },
  }),
  AveragePooling2D: layerClass({ settings: pooling, fixed: CHANNELS_LAST, effect: pooled }),
  UpSampling2D: layerClass({
    settings: { size: pair(1, MAX_WINDOW, [2, 2]), interpolation: oneOf(['nearest', 'bilinear'], 'nearest') },
    fixed: CHANNELS_LAST,
    effect: ({ size }, [[rows, columns, channels]]) => ({
      shape: [rows * size[0], columns * size[1], channels],
      spacing: [1 / size[0], 1 / size[1]],
    }),
  }),
  ZeroPadding2D: layerClass({
    settings: { padding: margins(MAX_INPUT_SIDE) },
    fixed: CHANNELS_LAST,
    effect: ({ padding: [rows, columns] }, [input]) => ({
      shape: [input[0] + rows[0] + rows[1], input[1] + columns[0] + columns[1], input[2]],
      shift: [(rows[1] - rows[0]) / 2, (columns[1] - columns[0]) / 2],
    }),
  }),
  Cropping2D: layerClass({
    settings: { cropping: margins(MAX_INPUT_SIDE) },
    fixed: CHANNELS_LAST,
    effect({ cropping: [rows, columns] }, [input]) {
      const shape = [input[0] - rows[0] - rows[1], input[1] - columns[0] - columns[1], input[2]] as const;
      const shift = [(rows[0] - rows[1]) / 2, (columns[0] - columns[1]) / 2] as const;
      return shape[0] > 0 && shape[1] > 0 ? { shape, shift } : `of an image of ${shapeText(input)} nothing is left`;
    },
  }),
};

interface Pooling {
  readonly pool_size: Pair;
  readonly strides: Pair | null;
  readonly padding: 'valid' | 'same';
}

function pooled({ pool_size: window, strides, padding }: Pooling, [input]: InputShapes): Effect | string {
  const steps = strides ?? window;
  const places = windowPlaces(input, window, steps, padding);
  if (typeof places === 'string') return places;
  const shape = [...places, input[2]] as const;
  return { shape, spacing: steps, multiplications: elementCount(shape) * window[0] * window[1] };
}
