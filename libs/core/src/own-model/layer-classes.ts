import { CONVOLUTION_CLASSES } from './convolution-classes.js';
import { ELEMENT_CLASSES } from './element-classes.js';
import type { LayerClass } from './layer-class.js';
import { MERGING_CLASSES } from './merging-classes.js';
import { RESIZING_CLASSES } from './resizing-classes.js';

/** Every class that a study's own network may use, by its name in tfjs and Keras. */
export const LAYER_CLASSES = {
  ...CONVOLUTION_CLASSES,
  ...RESIZING_CLASSES,
  ...ELEMENT_CLASSES,
  ...MERGING_CLASSES,
};

export type LayerClassName = keyof typeof LAYER_CLASSES;

/** The settings of each class, each in its normal form. */
export type SettingsOf<Name extends LayerClassName> =
  (typeof LAYER_CLASSES)[Name] extends LayerClass<infer Settings> ? Settings : never;
