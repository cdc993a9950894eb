import { canonicalJson } from '../canonical-json.js';
import { CoreError } from '../errors.js';
import { LAYER_CLASSES, type LayerClassName } from './layer-classes.js';
import { MAX_INPUT_SIDE, MAX_LAYERS, MAX_TOPOLOGY_CHARACTERS } from './limits.js';
import { isObject, type Setting } from './setting.js';

/**
 * A study's own network: the JSON of a tfjs LayersModel in the form in which it travels and is hashed. It has nothing but
 * what says something: no setting that is as usual, no weights. Each layer comes after those that it reads, and the last one
 * puts out logits.
 */
export interface Topology {
  readonly class_name: 'Model';
  readonly config: {
    readonly name: string;
    readonly layers: readonly TopologyLayer[];
    readonly input_layers: readonly [LayerOutput];
    readonly output_layers: readonly [LayerOutput];
  };
}

export interface TopologyLayer {
  readonly name: string;
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly inbound_nodes: readonly (readonly (readonly [...LayerOutput, Readonly<Record<string, never>>])[])[];
}

/** A layer is applied once and puts out one tensor. */
type LayerOutput = readonly [layer: string, node: 0, tensor: 0];

/** The layer of a topology with its settings, those included that are as usual. */
export interface ReadLayer {
  readonly name: string;
  readonly className: LayerClassName;
  readonly settings: Readonly<Record<string, unknown>>;
  /** The layers that it reads. */
  readonly inputs: readonly string[];
}

/** What a topology says, before anything was computed from it. */
export interface ReadTopology {
  readonly name: string;
  readonly input: { readonly name: string; readonly side: number };
  readonly layers: readonly ReadLayer[];
  /** The layer whose output is the logits. */
  readonly output: string;
}

/** Settings that every layer may have, and what they may say. */
const FIXED: Readonly<Record<string, readonly unknown[]>> = { trainable: [true], dtype: ['float32'] };

const LAYER_KEYS = ['name', 'class_name', 'config', 'inbound_nodes'];

/**
 * Reads the topology of a LayersModel: what `model.toJSON()` of tfjs gives, the `modelTopology` of a model.json, or the file
 * itself. A sigmoid at the end is taken off: loss and prediction apply it to the logits.
 * @param json - from anywhere; left unchanged. Nothing of it is kept but what was checked.
 * @throws CoreError `bad-topology`, `layer-not-allowed`, `setting-not-allowed`, `topology-too-large`.
 */
export function readTopology(json: unknown): ReadTopology {
  const { class_name: className, config } = modelOf(json);
  if (className === 'Sequential')
    return bad('it is a sequential model: make it a functional one, tf.model({ inputs, outputs })');
  if (className !== 'Model' && className !== 'Functional')
    return bad(`its class_name is ${shown(className)}, not Model`);
  if (!isObject(config) || !Array.isArray(config['layers'])) return bad('its config has no list of layers');
  refuseOthers(config, ['name', 'layers', 'input_layers', 'output_layers', 'trainable'], 'the model');
  const name = nameOf(config['name'], 'the model');
  const list = config['layers'] as unknown[];
  if (list.length > MAX_LAYERS)
    throw new CoreError('topology-too-large', `the network has ${list.length} layers, more than ${MAX_LAYERS}`, {
      layers: list.length,
    });
  const known = new Set<string>();
  let input: ReadTopology['input'] | undefined;
  const layers: ReadLayer[] = [];
  for (const item of list) {
    const described = layerOf(item);
    if (known.has(described.name)) bad(`two layers are called ${described.name}: each needs a name of its own`);
    if (described.className === 'InputLayer') {
      if (input !== undefined) bad(`it has two inputs, ${input.name} and ${described.name}: a network takes one image`);
      input = inputOf(described);
    } else layers.push(readLayer(described, known));
    known.add(described.name);
  }
  if (input === undefined) return bad('it has no InputLayer');
  if (oneLayer(config['input_layers'], 'input_layers') !== input.name)
    bad(`input_layers names another layer than ${input.name}`);
  const output = oneLayer(config['output_layers'], 'output_layers');
  assertConnected(layers, output);
  return withoutSigmoid({ name, input, layers, output });
}

/**
 * The form in which a topology travels; reading it gives the same again.
 * @throws CoreError `topology-too-large`.
 */
export function normalTopology({ name, input, layers, output }: ReadTopology): Topology {
  const { side } = input;
  const topology: Topology = {
    class_name: 'Model',
    config: {
      name,
      layers: [
        {
          name: input.name,
          class_name: 'InputLayer',
          config: { batch_input_shape: [null, side, side, 1], name: input.name },
          inbound_nodes: [],
        },
        ...layers.map(normalLayer),
      ],
      input_layers: [[input.name, 0, 0]],
      output_layers: [[output, 0, 0]],
    },
  };
  const { length } = canonicalJson(topology);
  if (length <= MAX_TOPOLOGY_CHARACTERS) return topology;
  throw new CoreError(
    'topology-too-large',
    `the network's description has ${length} characters without what can be left out, more than ${MAX_TOPOLOGY_CHARACTERS}: give it fewer layers, or these shorter names`,
    { characters: length },
  );
}

/** @throws CoreError `bad-topology`. */
function bad(why: string, context: Readonly<Record<string, string>> = {}): never {
  throw new CoreError('bad-topology', `this network cannot be used: ${why}`, context);
}

/** A setting of a class by its key; the table's types are those of the classes one by one. */
function settingsOf(className: LayerClassName): Readonly<Record<string, Setting<unknown>>> {
  return LAYER_CLASSES[className].settings;
}

function normalLayer({ name, className, settings, inputs }: ReadLayer): TopologyLayer {
  const rules = settingsOf(className);
  const told = Object.entries(settings).filter(([key, value]) => !isSame(value, rules[key]?.usual));
  return {
    name,
    class_name: className,
    config: { ...Object.fromEntries(told), name },
    inbound_nodes: [inputs.map((input) => [input, 0, 0, {}] as const)],
  };
}

/** tfjs's model.json has the topology one level deeper, Keras's converter two. */
function modelOf(json: unknown): Readonly<Record<string, unknown>> {
  let model = json;
  for (const key of ['modelTopology', 'model_config'])
    if (isObject(model) && Object.hasOwn(model, key)) model = model[key];
  return isObject(model) ? model : bad('it is not the JSON of a tfjs LayersModel');
}

interface DescribedLayer {
  readonly name: string;
  readonly className: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly nodes: readonly unknown[];
}

function layerOf(item: unknown): DescribedLayer {
  if (!isObject(item)) return bad('an item of its layers is no layer');
  const name = nameOf(item['name'], 'a layer');
  const { class_name: className, config, inbound_nodes: nodes } = item;
  if (typeof className !== 'string') return bad(`layer ${name} has no class_name`, { layer: name });
  refuseOthers(item, LAYER_KEYS, `layer ${name}`);
  if (!isObject(config)) return bad(`layer ${name} has no config`, { layer: name });
  if (config['name'] !== undefined && config['name'] !== name)
    return bad(`layer ${name} is called ${shown(config['name'])} in its config`, { layer: name });
  if (!Array.isArray(nodes)) return bad(`layer ${name} has no list of inbound_nodes`, { layer: name });
  return { name, className, config, nodes };
}

function inputOf({ name, config, nodes }: DescribedLayer): ReadTopology['input'] {
  if (nodes.length > 0) bad(`the InputLayer ${name} reads other layers`, { layer: name });
  const { batch_input_shape: shape, ...others } = config;
  const isImage = Array.isArray(shape) && shape.length === 4 && shape[0] === null && shape[3] === 1;
  const [, rows, columns] = isImage ? (shape as unknown[]) : [];
  if (rows !== columns || !Number.isInteger(rows) || (rows as number) < 1 || (rows as number) > MAX_INPUT_SIDE)
    throw notAllowed(
      { name, className: 'InputLayer' },
      'batch_input_shape',
      shape,
      `[null, S, S, 1], S at most ${MAX_INPUT_SIDE}: square images of one channel, in batches of any size`,
    );
  refuseOtherSettings({ name, className: 'InputLayer' }, others, { ...FIXED, sparse: [false], ragged: [false] });
  return { name, side: rows as number };
}

function readLayer({ name, className, config, nodes }: DescribedLayer, known: ReadonlySet<string>): ReadLayer {
  if (!isAllowed(className)) {
    const classes = Object.keys(LAYER_CLASSES).join(', ');
    throw new CoreError('layer-not-allowed', `layer ${name} is a ${shown(className)}: use InputLayer, ${classes}`, {
      layer: name,
      class: String(shown(className)),
    });
  }
  const rules = settingsOf(className);
  const settings: Record<string, unknown> = {};
  for (const [key, rule] of Object.entries(rules)) {
    const given = Object.hasOwn(config, key) ? config[key] : rule.usual;
    const value = given === undefined ? undefined : rule.read(given);
    if (value === undefined) throw notAllowed({ name, className }, key, given, rule.allowed);
    settings[key] = value;
  }
  const others = Object.entries(config).filter(([key]) => !Object.hasOwn(rules, key));
  const { fixed = {}, inputs: count = [1, 1] } = LAYER_CLASSES[className];
  refuseOtherSettings({ name, className }, Object.fromEntries(others), { ...FIXED, ...fixed });
  const inputs = inboundLayers(name, nodes);
  for (const input of inputs)
    if (!known.has(input))
      bad(
        `layer ${name} reads ${shown(input)}, which does not come before it: list layers in the order in which they compute`,
        {
          layer: name,
        },
      );
  const [least, most] = count;
  if (inputs.length < least || inputs.length > most)
    bad(
      `layer ${name} (${className}) reads ${inputs.length} layers; it can read ${least === most ? least : `${least} to ${most}`}`,
      {
        layer: name,
      },
    );
  return { name, className, settings, inputs };
}

function inboundLayers(name: string, nodes: readonly unknown[]): string[] {
  if (nodes.length !== 1)
    return bad(`layer ${name} is applied ${nodes.length} times: each layer is applied once`, { layer: name });
  const [node] = nodes;
  const inputs = Array.isArray(node) ? (node as unknown[]) : bad(`layer ${name} has no readable inbound_nodes`);
  return inputs.map((input) => {
    const [layer, nodeIndex, tensorIndex, further = {}, ...more] = Array.isArray(input) ? (input as unknown[]) : [];
    const isPlain = isObject(further) && Object.keys(further).length === 0 && more.length === 0;
    if (typeof layer !== 'string' || nodeIndex !== 0 || tensorIndex !== 0 || !isPlain)
      return bad(`layer ${name} has an inbound node that is not ["LAYER", 0, 0, {}]`, { layer: name });
    return layer;
  });
}

function oneLayer(value: unknown, key: string): string {
  const [node, ...others] = Array.isArray(value) ? (value as unknown[]) : [];
  const [layer, nodeIndex, tensorIndex, ...more] = Array.isArray(node) ? (node as unknown[]) : [];
  if (typeof layer === 'string' && nodeIndex === 0 && tensorIndex === 0 && others.length + more.length === 0)
    return layer;
  return bad(`its ${key} is not [["LAYER", 0, 0]]: a network has one input and one output`);
}

/** Every layer has to lead to the output; that it comes from the input follows from what was read before. */
function assertConnected(layers: readonly ReadLayer[], output: string): void {
  if (!layers.some(({ name }) => name === output)) bad(`there is no layer ${shown(output)} to be its output`);
  const needed = new Set([output]);
  for (const { name, inputs } of [...layers].reverse()) {
    if (!needed.has(name)) bad(`layer ${name} does not lead to the output ${output}: leave it out`, { layer: name });
    for (const input of inputs) needed.add(input);
  }
}

function withoutSigmoid(read: ReadTopology): ReadTopology {
  // Nothing reads the output, or it would not lead to itself, so that it comes last.
  const last = read.layers.at(-1) as ReadLayer;
  const { activation } = last.settings;
  const logits = { ...read, layers: read.layers.slice(0, -1) };
  switch (activation) {
    case undefined:
    case 'linear':
      return read;
    case 'sigmoid':
      if (last.className === 'Activation') {
        // What it reads is the last but one, for all lead to it; with an activation of its own, that would be no logits.
        const before = logits.layers.at(-1);
        const own = before?.settings['activation'] ?? 'linear';
        if (before !== undefined && own !== 'linear')
          throw notAllowed(before, 'activation', own, 'linear: a sigmoid follows, which is the output');
        return { ...logits, output: last.inputs[0] as string };
      }
      return {
        ...logits,
        layers: [...logits.layers, { ...last, settings: { ...last.settings, activation: 'linear' } }],
      };
    default:
      throw notAllowed(
        last,
        'activation',
        activation,
        'sigmoid, or linear for logits, in the layer that is the output',
      );
  }
}

interface Named {
  readonly name: string;
  readonly className: string;
}

function refuseOtherSettings(
  layer: Named,
  others: Readonly<Record<string, unknown>>,
  fixed: Readonly<Record<string, readonly unknown[]>>,
): void {
  for (const [key, value] of Object.entries(others)) {
    if (key === 'name') continue;
    const allowed = Object.hasOwn(fixed, key) ? (fixed[key] as readonly unknown[]) : undefined;
    if (allowed === undefined) throw notAllowed(layer, key, value, 'left out: this class has no such setting here');
    if (!allowed.some((one) => isSame(value, one)))
      throw notAllowed(layer, key, value, `${JSON.stringify(allowed[0])}, or left out`);
  }
}

function notAllowed({ name, className }: Named, key: string, value: unknown, allowed: string): CoreError {
  return new CoreError(
    'setting-not-allowed',
    `layer ${name} (${className}) has ${shown(key)} ${shown(value)}: it must be ${allowed}`,
    { layer: name, class: className, setting: shown(key) },
  );
}

function refuseOthers(object: Readonly<Record<string, unknown>>, keys: readonly string[], what: string): void {
  const other = Object.keys(object).find((key) => !keys.includes(key));
  if (other !== undefined) bad(`${what} has ${shown(other)}, which does not belong to it: leave it out`);
}

/** Names become those of tensors and of files' entries. A dot is this program's own mark. */
function nameOf(value: unknown, what: string): string {
  if (typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9_/-]{0,63}$/.test(value)) return value;
  return bad(`${what} is called ${shown(value)}: a name has 1 to 64 letters, digits, _, - and /`);
}

function isAllowed(className: string): className is LayerClassName {
  return Object.hasOwn(LAYER_CLASSES, className);
}

/** Compares JSON; as deep as `expected`, and no deeper. */
export function isSame(value: unknown, expected: unknown): boolean {
  if (value === expected) return true;
  if (Array.isArray(expected))
    return (
      Array.isArray(value) &&
      value.length === expected.length &&
      expected.every((item, index) => isSame((value as unknown[])[index], item))
    );
  if (!isObject(expected) || !isObject(value)) return false;
  const keys = Object.keys(expected);
  return (
    Object.keys(value).length === keys.length &&
    keys.every((key) => Object.hasOwn(value, key) && isSame(value[key], expected[key]))
  );
}

const SHOWN_CHARACTERS = 40;

/** A value for a message: of something deep, what it is. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (isObject(value)) return typeof value['class_name'] === 'string' ? shown(value['class_name']) : 'an object';
  if (Array.isArray(value) && !value.every((item) => typeof item !== 'object' || item === null)) return 'a nested list';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '?');
  return plain.length > SHOWN_CHARACTERS ? `${plain.slice(0, SHOWN_CHARACTERS)}…` : plain;
}
