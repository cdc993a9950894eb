import { CodedError, type ErrorCatalogue } from '@mammofed/core';

export const LEARNING_ERRORS = {
  'bad-model-spec': {
    meaning: 'There is no such model, or not with this width or size.',
    next: 'Choose a model, width and size that the message allows.',
  },
  'bad-options': {
    meaning:
      'An option of the training (batch size, threads, optimizer, loss, layers, inputs of a round) makes no sense.',
    next: 'Correct the option that the message names.',
  },
  'unsupported-op': {
    meaning: 'The training step uses an operation that has no translation to ONNX.',
    next: 'This is a mistake in the program: report it with the log.',
  },
  'compile-failed': {
    meaning: 'The training step or the model could not be compiled.',
    next: 'This is a mistake in the program: report it with the log.',
  },
  'session-failed': {
    meaning: 'onnxruntime refused to load or to run a compiled graph.',
    next: 'Look at its own words in the log; check the free memory of this machine.',
  },
  'out-of-memory': {
    meaning: 'There is not enough memory for a batch, and it cannot be split into smaller parts that learn the same.',
    next: 'Take smaller batches or a smaller model, or choose another engine for the site; see what else uses the GPU.',
  },
  'engine-missing': {
    meaning: 'An engine that a site has to add itself is not there, does not load, or finds no device.',
    next: 'Add what the message names, or choose another engine: mammofed site doctor shows which ones there are.',
  },
  'self-test-failed': {
    meaning: 'An engine computes something else than it should in a step whose losses are known.',
    next: 'Choose another engine, and report it with the names of the device and of its driver.',
  },
  'wrong-weights': {
    meaning: "The tensors are not the model's: a number, a name, an order or a shape differs.",
    next: 'Choose the model file that was made for this model, width and size.',
  },
  'not-exportable': {
    meaning: 'The network has a layer that the format asked for cannot express.',
    next: 'Choose another format for the export.',
  },
  'bad-exchange-file': {
    meaning:
      'An ONNX or tfjs file cannot be read: damaged, cut off, too large, or with weights that are not plain numbers.',
    next: 'Get the file again from where it was exported.',
  },
  'foreign-model': {
    meaning:
      'An ONNX or tfjs file holds a network that is not one of this program’s, or not in the form of its exports.',
    next: 'Import what this version of the program exported; the message names the first difference.',
  },
  'wrong-shape': {
    meaning: 'An image, mask or batch has not the size that was compiled for.',
    next: 'Prepare the images for the size of the model.',
  },
  'no-weights': {
    meaning: 'A step or a prediction was asked for before any weights were given.',
    next: 'This is a mistake in the program: report it with the log.',
  },
  busy: {
    meaning: 'A second step or prediction was asked for while one is running.',
    next: 'This is a mistake in the program: report it with the log.',
  },
  disposed: {
    meaning: 'A trainer or predictor was used after it was disposed of.',
    next: 'This is a mistake in the program: report it with the log.',
  },
  diverged: {
    meaning: 'The loss or a weight is no longer a finite number.',
    next: 'Lower the learning rate, or look for images that are not as the others.',
  },
  'dp-batch-statistics': {
    meaning:
      'Each image’s gradient was to be clipped by itself, but in the model images of a batch have to do with each other.',
    next: 'Choose a model without batch normalization, or freeze the layers that normalize.',
  },
  'no-values': {
    meaning: 'A summary or a baseline was asked for, but there is nothing to take it of.',
    next: 'Check that the part of the data has images.',
  },
} as const satisfies ErrorCatalogue;

export type LearningErrorCode = keyof typeof LEARNING_ERRORS;

/** What this package refuses, and why. Neither message nor context carries pixel values or weights. */
export class LearningError extends CodedError<LearningErrorCode> {}
