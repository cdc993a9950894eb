import { describe, expect, it } from '@jest/globals';
import { CoreError } from '../errors.js';
import { readOwnModel } from './own-model.js';
import { convolution, layer, network, type JsonLayer, type JsonModel } from './own-model.test-support.js';

function refusal(json: unknown): { code: string; message: string } | undefined {
  try {
    readOwnModel(json);
    return undefined;
  } catch (error) {
    if (!(error instanceof CoreError)) throw error;
    return { code: error.code, message: error.message };
  }
}

/** A sound network, changed. */
function changed(change: (model: JsonModel, layers: JsonLayer[]) => void): JsonModel {
  const model = network([convolution('first', 'image'), layer('MaxPooling2D', 'pool', ['first']), enlarged('pool')]);
  change(model, model.config.layers);
  return model;
}

function enlarged(input: string): JsonLayer {
  return layer('UpSampling2D', 'enlarge', [input]);
}

const first = (layers: readonly JsonLayer[]): JsonLayer => layers[1] as JsonLayer;

describe('a study’s own network', () => {
  it.each([
    ['Lambda', {}],
    ['Reshape', { target_shape: [8, 8, 8] }],
    ['Permute', { dims: [2, 1, 3] }],
    ['Flatten', {}],
    ['Dense', { units: 3 }],
    ['RepeatVector', { n: 3 }],
    ['TimeDistributed', { layer: { class_name: 'Dense', config: { units: 2 } } }],
    ['Bidirectional', {}],
    ['LSTM', { units: 2 }],
    ['Embedding', {}],
    ['Dot', { axes: 0 }],
    ['GaussianNoise', { stddev: 1 }],
    ['Model', { layers: [] }],
    ['Unpooling', {}],
    ['MammofedDropout', {}],
    ['constructor', {}],
    ['__proto__', {}],
  ])('has no %s, and the message names the layer, its class and what to use', (className, config) => {
    const model = changed((_, layers) => layers.splice(1, 1, layer(className, 'first', ['image'], config)));
    const { code, message } = refusal(model) ?? {};
    expect(code).toBe('layer-not-allowed');
    expect(message).toContain(`layer first is a ${className}: use InputLayer, Conv2D, `);
  });

  const settings: readonly [what: string, className: string, config: object, says: RegExp][] = [
    [
      'a kernel that is too large',
      'Conv2D',
      { kernel_size: [3, 16] },
      /kernel_size \[3,16\]: it must be one or two whole/,
    ],
    ['half a filter', 'Conv2D', { filters: 0.5 }, /filters 0\.5: it must be a whole number from 1 to 4096/],
    ['no filters', 'Conv2D', { filters: undefined }, /filters nothing/],
    ['text for a number', 'Conv2D', { filters: '8' }, /filters 8: it must be a whole/],
    ['an unknown setting', 'Conv2D', { fancy: 1 }, /has fancy 1: it must be left out/],
    ['a setting of every object', 'Conv2D', { constructor: 1 }, /has constructor 1/],
    ['channels first', 'Conv2D', { data_format: 'channels_first' }, /must be "channels_last", or left out/],
    [
      'a regularizer',
      'Conv2D',
      { kernel_regularizer: { class_name: 'L1L2' } },
      /kernel_regularizer L1L2: it must be null/,
    ],
    ['a constraint', 'Conv2D', { kernel_constraint: { class_name: 'MaxNorm' } }, /must be null, or left out/],
    ['a frozen layer', 'Conv2D', { trainable: false }, /trainable false/],
    ['half precision', 'Conv2D', { dtype: 'float16' }, /dtype float16/],
    ['an unknown activation', 'Conv2D', { activation: 'step' }, /activation step: it must be one of elu, /],
    ['an activation with code', 'Conv2D', { activation: { class_name: 'Lambda' } }, /activation Lambda/],
    [
      'an orthogonal kernel',
      'Conv2D',
      { kernel_initializer: { class_name: 'Orthogonal' } },
      /kernel_initializer Orthogonal/,
    ],
    [
      'a seed of its own',
      'Conv2D',
      { kernel_initializer: { class_name: 'HeNormal', config: { seed: 3 } } },
      /without a seed/,
    ],
    [
      'a bias that is drawn',
      'Conv2D',
      { bias_initializer: { class_name: 'Ones', config: {} } },
      /bias_initializer Ones/,
    ],
    ['groups', 'Conv2D', { groups: 2 }, /groups 2/],
    [
      'a dilated depthwise kernel',
      'DepthwiseConv2D',
      { kernel_size: 3, dilation_rate: [2, 2] },
      /dilation_rate \[2,2\]/,
    ],
    ['padding of its own', 'Conv2DTranspose', { filters: 2, kernel_size: 2, output_padding: [1, 1] }, /output_padding/],
    ['a window without rows', 'MaxPooling2D', { pool_size: [0, 2] }, /pool_size \[0,2\]/],
    ['another axis', 'BatchNormalization', { axis: 1 }, /axis 1: it must be -1/],
    ['no scale', 'BatchNormalization', { scale: false }, /scale false/],
    ['an epsilon of zero', 'GroupNormalization', { epsilon: 0 }, /epsilon 0: it must be a number from 1e-7 to 1/],
    ['a dropout of everything', 'Dropout', { rate: 1 }, /rate 1: it must be a number from 0 to 0\.99/],
    ['a dropout that spares places', 'Dropout', { rate: 0.5, noise_shape: [null, 1, 1, 2] }, /noise_shape/],
    ['another ELU', 'ELU', { alpha: 2 }, /alpha 2/],
    ['a slope for each place', 'PReLU', { shared_axes: null }, /shared_axes null: it must be \[1,2\]/],
    ['a slope for each place, as it is where nothing is said', 'PReLU', {}, /shared_axes nothing: it must be \[1,2\]/],
    ['a slope for each column', 'PReLU', { shared_axes: [1] }, /shared_axes \[1\]: it must be \[1,2\]/],
    ['cropping by words', 'Cropping2D', { cropping: 'all' }, /cropping all: it must be \[\[top, bottom\]/],
  ];
  it.each(settings)('has no layer with %s', (_, className, config, says) => {
    const usual = className === 'Conv2D' ? { filters: 2, kernel_size: 3 } : {};
    const own = layer(className, 'first', ['image'], { ...usual, ...config });
    const { code, message } = refusal(changed((_model, layers) => layers.splice(1, 1, own))) ?? {};
    expect(code).toBe('setting-not-allowed');
    expect(message).toContain(`layer first (${className}) has `);
    expect(message).toMatch(says);
  });

  const graphs: readonly [what: string, json: unknown, says: RegExp][] = [
    ['nothing', null, /not the JSON of a tfjs LayersModel/],
    ['a list', [], /not the JSON of a tfjs LayersModel/],
    ['a sequential model', { class_name: 'Sequential', config: [] }, /tf\.model\(\{ inputs, outputs \}\)/],
    ['a graph model', { class_name: 'GraphModel' }, /class_name is GraphModel, not Model/],
    ['no layers', { class_name: 'Model', config: {} }, /no list of layers/],
    ['metadata inside', changed(({ config }) => Object.assign(config, { metadata: 1 })), /the model has metadata/],
    ['no input', changed((_, layers) => layers.shift()), /layer first reads image, which does not come before it/],
    [
      'two inputs',
      changed((_, layers) =>
        layers.splice(1, 0, layer('InputLayer', 'more', [], { batch_input_shape: [null, 16, 16, 1] })),
      ),
      /two inputs, image and more/,
    ],
    [
      'two of a name',
      changed((_, layers) => (first(layers).name = 'image')),
      /layer image is called first in its config/,
    ],
    ['a layer twice', changed((_, layers) => layers.splice(2, 0, first(layers))), /two layers are called first/],
    [
      'a dot in a name',
      changed((_, layers) => (first(layers).name = 'a.b')),
      /called a\.b: a name has 1 to 64 letters/,
    ],
    ['no name', changed((_, layers) => Reflect.deleteProperty(first(layers), 'name')), /called nothing/],
    ['another name inside', changed((_, layers) => (first(layers).config['name'] = 'x')), /called x in its config/],
    [
      'code beside a layer',
      changed((_, layers) => Object.assign(first(layers), { module: 'os' })),
      /layer first has module/,
    ],
    [
      'a cycle',
      changed((_, layers) => (first(layers).inbound_nodes = [[['pool', 0, 0, {}]]])),
      /does not come before it/,
    ],
    ['a layer of itself', changed((_, layers) => (first(layers).inbound_nodes = [[['first', 0, 0, {}]]])), /before it/],
    [
      'a layer applied twice',
      changed((_, layers) => (first(layers).inbound_nodes = [[['image', 0, 0]], [['image', 0, 0]]])),
      /applied 2 times/,
    ],
    [
      'a second tensor',
      changed((_, layers) => (first(layers).inbound_nodes = [[['image', 0, 1, {}]]])),
      /not \["LAYER", 0, 0/,
    ],
    [
      'arguments of a call',
      changed((_, layers) => (first(layers).inbound_nodes = [[['image', 0, 0, { mask: 1 }]]])),
      /not \["LAYER", 0, 0/,
    ],
    [
      'a sum of one',
      changed((_, layers) => layers.splice(1, 1, layer('Add', 'first', ['image']))),
      /first \(Add\) reads 1 layers; it can read 2 to 16/,
    ],
    [
      'a dead end',
      changed((_, layers) => layers.splice(2, 0, convolution('lost', 'first'))),
      /layer lost does not lead to the output mask: leave it out/,
    ],
    ['two outputs', changed(({ config }) => config.output_layers.push(['pool', 0, 0])), /one input and one output/],
    [
      'another output',
      changed(({ config }) => (config.output_layers = [['no', 0, 0]])),
      /no layer no to be its output/,
    ],
    ['another input', changed(({ config }) => (config.input_layers = [['pool', 0, 0]])), /input_layers names another/],
    [
      'no weights',
      network([], 16, layer('Activation', 'mask', ['image'], { activation: 'linear' })),
      /no weights to train/,
    ],
  ];
  it.each(graphs)('is a graph from one image to one mask, not %s', (_, json, says) => {
    const { code, message } = refusal(json) ?? {};
    expect({ code, message }).toEqual({ code: 'bad-topology', message: expect.stringMatching(says) });
  });

  it.each([
    ['two channels', [null, 16, 16, 2]],
    ['a batch of its own', [4, 16, 16, 1]],
    ['an oblong', [null, 16, 32, 1]],
    ['any size', [null, null, null, 1]],
    ['no list', 16],
    ['too large a side', [null, 4096, 4096, 1]],
  ])('takes square images of one channel, and not %s', (_, shape) => {
    const { code, message } =
      refusal(changed((_model, layers) => ((layers[0] as JsonLayer).config['batch_input_shape'] = shape))) ?? {};
    expect(code).toBe('setting-not-allowed');
    expect(message).toMatch(/layer image \(InputLayer\) has batch_input_shape .* it must be \[null, S, S, 1\]/);
  });

  it('ends with logits or a sigmoid, in nothing else', () => {
    const model = network([convolution('first', 'image')]);
    (model.config.layers.at(-1) as JsonLayer).config['activation'] = 'softmax';
    expect(refusal(model)).toMatchObject({
      code: 'setting-not-allowed',
      message: expect.stringMatching(/mask.*sigmoid, or/),
    });
  });

  it.each([
    ['a convolution with an activation of its own', convolution('own', 'image', { filters: 1, activation: 'relu' })],
    ['a convolution with a sigmoid', convolution('own', 'image', { filters: 1, activation: 'sigmoid' })],
    ['an activation', layer('Activation', 'own', ['first'], { activation: 'tanh' })],
  ])('has no sigmoid at its end after %s: what it reads are logits', (_, own) => {
    const end = layer('Activation', 'end', ['own'], { activation: 'sigmoid' });
    const first = own.class_name === 'Activation' ? [convolution('first', 'image', { filters: 1 })] : [];
    expect(refusal(network([...first, own], 16, end))).toMatchObject({
      code: 'setting-not-allowed',
      message: expect.stringMatching(/^layer own .* must be linear: a sigmoid follows/),
    });
  });

  const halvedOf = (input: string): JsonLayer => layer('MaxPooling2D', 'half', [input]);
  const halved = halvedOf('first');
  const shapes: readonly [what: string, layers: readonly JsonLayer[], says: RegExp][] = [
    ['two channels of output', [convolution('a', 'image'), convolution('mask', 'a')], /layer mask, is 16×16×2/],
    ['half the pixels', [convolution('first', 'image'), halved], /mask, is 8×8×1 with pixels 2 and 2 apart/],
    [
      'half the pixels with a frame around them',
      [convolution('first', 'image'), halved, layer('ZeroPadding2D', 'frame', ['half'], { padding: 4 })],
      /mask, is 16×16×1 with pixels 2 and 2 apart/,
    ],
    ['an output that is larger', [convolution('first', 'image'), enlarged('first')], /is 32×32×1/],
    [
      'an oblong output',
      [
        convolution('a', 'image'),
        layer('Cropping2D', 'b', ['a'], {
          cropping: [
            [1, 1],
            [0, 0],
          ],
        }),
      ],
      /14×16/,
    ],
    ['an odd border', [convolution('a', 'image', { kernel_size: 2, padding: 'valid' })], /is 15×15×1/],
    [
      'images of two sizes side by side',
      [convolution('first', 'image'), halved, layer('Concatenate', 'both', ['first', 'half'])],
      /layer both \(Concatenate\) .*16×16×2 and 8×8×2: all need the same rows/,
    ],
    [
      'a sum of two sizes',
      [convolution('first', 'image'), halved, layer('Add', 'both', ['first', 'half'])],
      /must be the same, or 1/,
    ],
    [
      'a maximum of an image and a column',
      [
        convolution('first', 'image'),
        layer('AveragePooling2D', 'mean', ['first'], { pool_size: 16 }),
        layer('Maximum', 'both', ['first', 'mean']),
      ],
      /all need the same shape/,
    ],
    [
      'pixels that are not of one place',
      [
        convolution('first', 'image'),
        halved,
        layer('Cropping2D', 'middle', ['first'], { cropping: 4 }),
        layer('Add', 'both', ['middle', 'half']),
      ],
      /pixels of one input lie 1 and 2 apart/,
    ],
    [
      'a window larger than the image',
      [layer('AveragePooling2D', 'a', ['image'], { pool_size: 17 })],
      /17×17 does not fit into an image of 16×16×1/,
    ],
    ['nothing left', [layer('Cropping2D', 'a', ['image'], { cropping: 8 })], /of an image of 16×16×1 nothing is left/],
    [
      'groups that do not part channels',
      [convolution('a', 'image'), layer('GroupNormalization', 'b', ['a'], { groups: 3 })],
      /2 channels cannot be parted into 3/,
    ],
    ['holes with a stride', [convolution('a', 'image', { dilation_rate: 2, strides: 2 })], /dilated convolution needs/],
    [
      'a part that is not the middle',
      [
        convolution('a', 'image'),
        layer('Cropping2D', 'b', ['a'], {
          cropping: [
            [0, 4],
            [2, 2],
          ],
        }),
      ],
      /is 12×12×1 with pixels 1 and 1 apart, its middle -2 and 0 pixels beside the input's/,
    ],
    [
      'a part that is not the middle, cut off where pixels lie further apart',
      [
        halvedOf('image'),
        layer('Cropping2D', 'b', ['half'], {
          cropping: [
            [0, 2],
            [0, 2],
          ],
        }),
        layer('UpSampling2D', 'c', ['b']),
      ],
      /is 12×12×1 .*, its middle -2 and -2 pixels beside/,
    ],
    [
      'too many channels inside a layer',
      [
        convolution('a', 'image', { filters: 8 }),
        layer('SeparableConv2D', 'b', ['a'], { filters: 1, kernel_size: 1, depth_multiplier: 1024 }),
      ],
      /layer b .*between its two kernels it would have 8192 channels, more than 4096/,
    ],
    [
      'too many channels',
      [
        layer('DepthwiseConv2D', 'a', ['image'], { kernel_size: 1, depth_multiplier: 4096 }),
        layer('DepthwiseConv2D', 'b', ['a'], { kernel_size: 1, depth_multiplier: 2 }),
      ],
      /8192 channels, more than 4096/,
    ],
  ];
  it.each(shapes)('fits together: not %s', (_, layers, says) => {
    const last = layers.at(-1)?.name === 'mask' ? layers.at(-1) : undefined;
    const { code, message } =
      refusal(last === undefined ? network(layers) : network(layers.slice(0, -1), 16, last)) ?? {};
    expect({ code, message }).toEqual({ code: 'shapes-do-not-fit', message: expect.stringMatching(says) });
  });

  const chain = (count: number, nameLength = 1): JsonLayer[] =>
    Array.from({ length: count }, (_, i) =>
      convolution(`c${i}`.padEnd(nameLength, 'x'), i === 0 ? 'image' : `c${i - 1}`.padEnd(nameLength, 'x')),
    );
  const wide = { filters: 4096, kernel_size: 15 };
  const caps: readonly [what: string, json: () => unknown, says: RegExp][] = [
    ['layers', () => network(chain(255)), /257 layers, more than 256/],
    ['characters', () => network(chain(250, 64)), /more than 49152: give it fewer layers/],
    [
      'parameters',
      () => network([convolution('a', 'image', wide), convolution('b', 'a', wide)]),
      /layer b \(Conv2D\).*parameters, more than/,
    ],
    [
      'activations',
      () =>
        network(
          [convolution('a', 'image', { filters: 256 }), convolution('b', 'a', { filters: 512, kernel_size: 1 })],
          1024,
        ),
      /layer b \(Conv2D\).*bytes of activations for one image, more than/,
    ],
    [
      'activations inside a layer',
      () => {
        const inside = { filters: 1, kernel_size: 1, depth_multiplier: 1024 };
        return network([layer('SeparableConv2D', 'a', ['image'], inside)], 1024);
      },
      /layer a \(SeparableConv2D\).*bytes of activations for one image, more than/,
    ],
    [
      'places of kernels',
      () => network(chain(20).map((one) => ({ ...one, config: { ...one.config, kernel_size: 15 } }))),
      /layer c18 \(Conv2D\) the network has 4275 places in its kernels and windows, more than 4096/,
    ],
    [
      'multiplications',
      () =>
        network(
          [convolution('a', 'image', { filters: 256 }), convolution('b', 'a', { filters: 64, kernel_size: 15 })],
          1024,
        ),
      /layer b \(Conv2D\).*multiplications for one image/,
    ],
  ];
  it.each(caps)('has a cap of its %s', (_, json, says) => {
    expect(refusal(json())).toEqual({ code: 'topology-too-large', message: expect.stringMatching(says) });
  });
});
