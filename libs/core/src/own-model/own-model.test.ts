import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../canonical-json.js';
import { LAYER_CLASSES } from './layer-classes.js';
import { readOwnModel } from './own-model.js';
import { convolution, EXAMPLE, layer, network, parameterCount, type JsonLayer } from './own-model.test-support.js';

describe('a study’s own network', () => {
  it('is read from a model.json of tfjs, from its topology, and from what converters make of it', () => {
    const file = JSON.parse(EXAMPLE) as { modelTopology: object };
    const own = readOwnModel(file);
    expect(own.size).toBe(64);
    expect(parameterCount(own)).toBe(26_713);
    expect(own.layers.at(-1)).toMatchObject({ name: 'mask', shape: [64, 64, 1], settings: { activation: 'linear' } });
    for (const same of [file.modelTopology, { modelTopology: { model_config: file.modelTopology } }])
      expect(readOwnModel(same)).toEqual(own);
  });

  it('has one normal form, which says nothing that is as usual and is read as itself', () => {
    const { topology } = readOwnModel(JSON.parse(EXAMPLE));
    const text = canonicalJson(topology);
    expect(text.length).toBeLessThan(EXAMPLE.length / 3);
    expect(canonicalJson(readOwnModel(JSON.parse(text)).topology)).toBe(text);
    expect(text).not.toMatch(/sigmoid|regularizer|trainable|weights/);
    // Numbers for both axes, a name for a scaling, and a class of Keras: the same network.
    const plain = network([convolution('first', 'image', { kernel_initializer: { class_name: 'GlorotUniform' } })]);
    const wordy = network([
      convolution('first', 'image', {
        ...{ kernel_size: [3, 3], strides: [1, 1], activation: null, trainable: true, dtype: 'float32' },
        kernel_initializer: { class_name: 'VarianceScaling', config: { scale: 1, mode: 'fan_avg', seed: null } },
      }),
    ]);
    wordy.class_name = 'Functional';
    expect(canonicalJson(readOwnModel(wordy).topology)).toBe(canonicalJson(readOwnModel(plain).topology));
  });

  it('loses the sigmoid at its end, of a convolution or as a layer', () => {
    const plain = readOwnModel(network([convolution('first', 'image')]));
    const inside = network([convolution('first', 'image')]);
    (inside.config.layers.at(-1) as JsonLayer).config['activation'] = 'sigmoid';
    const mask = convolution('mask', 'first', { filters: 1, kernel_size: 1 });
    const behind = network(
      [convolution('first', 'image'), mask],
      16,
      layer('Activation', 'probabilities', ['mask'], { activation: 'sigmoid' }),
    );
    for (const model of [inside, behind]) expect(readOwnModel(model)).toEqual(plain);
  });

  it('may put out the middle of its input, as convolutions without padding do', () => {
    const own = readOwnModel(network([convolution('first', 'image', { kernel_size: 5, padding: 'valid' })], 24));
    expect(own).toMatchObject({ size: 20, input: { side: 24 } });
  });

  it('may put out a part that was cut off evenly, or that frames and cuts bring back to the middle', () => {
    const margins = (name: 'cropping' | 'padding', [top, bottom]: [number, number]) => ({
      [name]: [
        [top, bottom],
        [top, bottom],
      ],
    });
    const framed = [
      layer('ZeroPadding2D', 'frame', ['image'], margins('padding', [0, 2])),
      convolution('first', 'frame'),
      layer('Cropping2D', 'cut', ['first'], margins('cropping', [2, 4])),
    ];
    expect(readOwnModel(network(framed)).size).toBe(12);
    // A skip of odd size is cut unevenly by one, as in a U-Net without padding: what it is merged with is in the middle.
    const skipped = [
      convolution('first', 'image', { kernel_size: 2, padding: 'valid' }),
      layer('Cropping2D', 'skip', ['image'], margins('cropping', [1, 1])),
      layer('Cropping2D', 'cut', ['first'], margins('cropping', [0, 1])),
      layer('Concatenate', 'both', ['skip', 'cut']),
    ];
    expect(readOwnModel(network(skipped)).size).toBe(14);
    // Of the input's own size it is the input's mask: a frame for a stride is of no account.
    const strided = [
      layer('ZeroPadding2D', 'frame', ['image'], margins('padding', [0, 1])),
      convolution('half', 'frame', { strides: 2, padding: 'valid' }),
      layer('UpSampling2D', 'whole', ['half']),
    ];
    expect(readOwnModel(network(strided)).size).toBe(16);
  });

  it('begins as its initializers say: by their variance, or all alike', () => {
    const initialized = (kernel_initializer?: object): unknown => {
      const model = network([
        convolution('first', 'image', { filters: 4, ...(kernel_initializer && { kernel_initializer }) }),
      ]);
      return readOwnModel(model).layers[0]?.tensors[0];
    };
    // Variance 2 / 9, 1 / 9, and 2 / (9 + 36) for 9 numbers in and 36 out.
    expect(initialized()).toMatchObject({ fanIn: 9 });
    expect(initialized({ class_name: 'HeNormal', config: { seed: null } })).toMatchObject({ fanIn: 9 });
    expect(initialized({ class_name: 'LeCunUniform' })).toMatchObject({ fanIn: 18 });
    expect(initialized({ class_name: 'GlorotUniform', config: {} })).toMatchObject({ fanIn: 45 });
    expect(initialized({ class_name: 'Zeros', config: {} })).toMatchObject({ fanIn: 0, initialValue: 0 });
    expect(initialized({ class_name: 'Constant', config: { value: 0.5 } })).toMatchObject({
      fanIn: 0,
      initialValue: 0.5,
    });
  });

  it('may weigh channels by their mean, one number for all places', () => {
    const squeezed = [
      convolution('first', 'image'),
      layer('AveragePooling2D', 'mean', ['first'], { pool_size: 16 }),
      convolution('weights', 'mean', { kernel_size: 1, activation: 'sigmoid' }),
      layer('Multiply', 'weighted', ['first', 'weights']),
    ];
    expect(readOwnModel(network(squeezed)).size).toBe(16);
  });

  it('leaves what it is given as it was', () => {
    const json = JSON.parse(EXAMPLE) as unknown;
    readOwnModel(json);
    expect(json).toEqual(JSON.parse(EXAMPLE));
  });

  it('knows of each class at least one key, or that it has none', () => {
    for (const [name, { settings, fixed }] of Object.entries(LAYER_CLASSES))
      for (const key of Object.keys(fixed ?? {})) expect([name, key, key in settings]).toEqual([name, key, false]);
  });
});
