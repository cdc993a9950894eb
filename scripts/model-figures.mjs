// Draws the layers of every network into docs/figures, from the model itself, and brings the parameter counts in
// docs/models.md up to date. With --check, fails if a figure, a count or the place where a figure is shown is out of date.
// `npm run check` compiles first.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const FIGURES = join(root, 'docs', 'figures');
const DOCUMENT = join(root, 'docs', 'models.md');
/** Every network takes images of this side, the paper's. */
const SIDE = 160;

const ROW = 25;
const BOX = 19;
/** Where things are, from the left: names end, shapes end, counts end, boxes' middle, boxes' widest, arcs at most. */
const AT = { names: 172, shapes: 274, counts: 354, middle: 542, halfBox: 170, arcs: 190 };
const TOP = 78;
const FONT = `font-family="ui-sans-serif, system-ui, 'Segoe UI', Helvetica, Arial, sans-serif"`;

const END = 'text-anchor="end"';

const COLOURS = [
  [/^(Input|Mirroring|Cropping|ZeroPadding)/, '#e5e7eb', '#6b7280'],
  [/Transpose|Unpooling|Up[Ss]ampling/, '#d1fae5', '#059669'],
  [/Conv/, '#dbeafe', '#2563eb'],
  [/Pooling/, '#fee2e2', '#dc2626'],
  [/.*/, '#ede9fe', '#7c3aed'],
];
const WORDS = {
  InputLayer: 'image',
  Conv2D: 'convolution',
  Conv2DTranspose: 'transposed convolution',
  MaxPooling2D: 'max pooling',
  AveragePooling2D: 'average pooling',
  Add: 'sum',
  Multiply: 'product',
  Cropping2D: 'cropping',
  Concatenate: 'concatenation',
  LeakyReLU: 'leaky ReLU',
};

const learning = (path) => import(pathToFileURL(join(root, 'libs', 'learning', 'dist', path)).href);
const { MODEL_NAMES } = await import(pathToFileURL(join(root, 'libs', 'core', 'dist', 'index.js')).href);
const { buildModel } = await learning('models/build-model.js');
const { parameterCount } = await learning('model-spec.js');
const { withTraceBackend } = await learning('trace/with-trace-backend.js');

const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
const figures = new Map(MODEL_NAMES.map((name) => [`${name}.svg`, figureOf(name)]));
const counts = new Map(MODEL_NAMES.map((name) => [name, grouped(parameterCount({ name, width: 1, size: SIDE }))]));
const text = readFileSync(DOCUMENT, 'utf8');
const problems = values.check ? staleFiles() : [];
if (!values.check) write();
for (const name of MODEL_NAMES)
  if (!text.includes(`(figures/${name}.svg)`)) problems.push(`docs/models.md does not show figures/${name}.svg`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

function write() {
  mkdirSync(FIGURES, { recursive: true });
  for (const [file, svg] of figures) writeFileSync(join(FIGURES, file), svg);
  writeFileSync(DOCUMENT, withCounts());
}

function staleFiles() {
  const stale = [...figures].filter(([file, svg]) => {
    const path = join(FIGURES, file);
    return !existsSync(path) || readFileSync(path, 'utf8') !== svg;
  });
  const others = existsSync(FIGURES) ? readdirSync(FIGURES).filter((file) => !figures.has(file)) : [];
  return [
    ...stale.map(([file]) => `docs/figures/${file} is not what the network is: run node scripts/model-figures.mjs`),
    ...others.map((file) => `docs/figures/${file} is of no network`),
    ...(withCounts() === text ? [] : ['docs/models.md has other parameter counts than the networks: run the same']),
  ];
}

/** docs/models.md with the third column of its first table as the code counts it. */
function withCounts() {
  return text.replaceAll(/^(\| `([\w-]+)` +\| [^|]+\| )([\d,]+|\?)( *)\|/gm, (row, before, name, was, space) => {
    const count = counts.get(name);
    return count === undefined ? row : `${before}${count.padStart(was.length)}${space}|`;
  });
}

function figureOf(name) {
  return withTraceBackend(() => {
    const model = buildModel({ name, width: 1, size: SIDE });
    try {
      return drawn(name, rowsOf(model));
    } finally {
      model.dispose();
    }
  });
}

/** A box for each layer; what changes each number by itself is part of the box before it. */
function rowsOf(model) {
  const readers = new Map();
  // An input of the network reads itself.
  const inputsOf = (layer) =>
    layer.inboundNodes[0].inputTensors.map(({ sourceLayer }) => sourceLayer.name).filter((name) => name !== layer.name);
  for (const layer of model.layers)
    for (const input of inputsOf(layer)) readers.set(input, (readers.get(input) ?? 0) + 1);
  const rows = [];
  const rowOf = new Map();
  for (const layer of model.layers) {
    const className = layer.getClassName().replace(/^Mammofed/, '');
    const inputs = inputsOf(layer);
    const parameters = layer.weights.reduce((sum, { shape }) => sum + shape.reduce((size, n) => size * n, 1), 0);
    const shape = layer.inboundNodes[0].outputTensors[0].shape.slice(1);
    const [before] = inputs.map((input) => rowOf.get(input));
    if (/Normalization|Dropout|Activation|LU$|^Softmax/.test(className) && readers.get(inputs[0]) === 1) {
      before.text += ` + ${wordsOf(className, layer.getConfig())}`;
      before.parameters += parameters;
      rowOf.set(layer.name, before);
      continue;
    }
    const row = { name: layer.name, className, text: wordsOf(className, layer.getConfig()), shape, parameters };
    row.from = inputs.map((input) => rowOf.get(input).index);
    row.index = rows.push(row) - 1;
    rowOf.set(layer.name, row);
  }
  return rows;
}

function wordsOf(className, { kernelSize, poolSize, strides, activation }) {
  if (className === 'Activation') return activation.replace('relu', 'ReLU');
  const plain = className
    .replace(/2D$/, '')
    .replace('Normalization', 'Norm')
    .replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const window = kernelSize ?? poolSize;
  const size = window === undefined ? '' : ` ${window.join('×')}`;
  const stride = kernelSize === undefined || strides[0] === 1 ? '' : `, stride ${strides[0]}`;
  return `${WORDS[className] ?? plain.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())}${size}${stride}`;
}

function drawn(name, rows) {
  const width = AT.middle + AT.halfBox + AT.arcs + 20;
  const height = TOP + rows.length * ROW + 24;
  const total = rows.reduce((sum, { parameters }) => sum + parameters, 0);
  const title = `${name}: ${grouped(total)} parameters`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" ${FONT} font-size="12">`,
    `<title>${title}</title>`,
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="#64748b"/></marker></defs>',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="16" y="30" font-size="18" font-weight="600" fill="#111827">${name}</text>`,
    `<text x="16" y="48" fill="#4b5563">width 1, ${SIDE}×${SIDE} pixels, ${grouped(total)} parameters</text>`,
    ...['layer', 'output', 'parameters'].map(
      (head, i) => `<text x="${[AT.names, AT.shapes, AT.counts][i]}" y="68" ${END} fill="#9ca3af">${head}</text>`,
    ),
    ...bands(rows, width),
    ...rows.flatMap((row) => row.from.map((from) => connection(rows, from, row.index))),
    ...rows.map((row) => box(rows, row)),
    '</svg>',
    '',
  ].join('\n');
}

/** Stripes, one for each stretch of layers of one image size. */
function bands(rows, width) {
  const stretches = [];
  for (const { shape, index } of rows) {
    const last = stretches.at(-1);
    if (last?.side === shape[0]) last.count++;
    else stretches.push({ side: shape[0], index, count: 1 });
  }
  return stretches.map(
    ({ index, count }, i) =>
      `<rect x="0" y="${TOP + index * ROW}" width="${width}" height="${count * ROW}" fill="${i % 2 === 0 ? '#f8fafc' : '#ffffff'}"/>`,
  );
}

/** Half the width of a box: the larger the image, the wider. */
function halfWidth(rows, { shape }) {
  const sides = rows.map((row) => row.shape[0]);
  const [least, most] = [Math.log2(Math.min(...sides)), Math.log2(Math.max(...sides))];
  return AT.halfBox * (0.88 + 0.12 * ((Math.log2(shape[0]) - least) / Math.max(1, most - least)));
}

function middleOf(index) {
  return TOP + index * ROW + ROW / 2;
}

/** An arrow to the next box, or an arc past those between. */
function connection(rows, from, to) {
  if (to === from + 1) {
    const [start, end] = [middleOf(from) + BOX / 2, middleOf(to) - BOX / 2];
    return `<path d="M${AT.middle} ${start}V${end}" stroke="#64748b" stroke-width="1.2"/>`;
  }
  const [x1, x2] = [from, to].map((index) => AT.middle + halfWidth(rows, rows[index]));
  const [y1, y2] = [middleOf(from) + 3, middleOf(to) - 3];
  const right = AT.middle + AT.halfBox + Math.min(AT.arcs, 22 + (AT.arcs - 22) * ((to - from) / rows.length)) * 1.3;
  const path = `M${x1.toFixed(1)} ${y1}C${right.toFixed(1)} ${y1} ${right.toFixed(1)} ${y2} ${x2.toFixed(1)} ${y2}`;
  return `<path d="${path}" fill="none" stroke="#64748b" stroke-width="1.2" opacity="0.85" marker-end="url(#tip)"/>`;
}

function box(rows, row) {
  const [, fill, line] = COLOURS.find(([pattern]) => pattern.test(row.className));
  const half = halfWidth(rows, row);
  const y = middleOf(row.index);
  const baseline = y + 4;
  return [
    `<rect x="${(AT.middle - half).toFixed(1)}" y="${y - BOX / 2}" width="${(2 * half).toFixed(1)}" height="${BOX}" rx="4" fill="${fill}" stroke="${line}" stroke-width="0.8"/>`,
    `<text x="${AT.middle}" y="${baseline}" text-anchor="middle" font-size="11" fill="#111827">${row.text}</text>`,
    `<text x="${AT.names}" y="${baseline}" ${END} fill="#374151">${row.name}</text>`,
    `<text x="${AT.shapes}" y="${baseline}" ${END} fill="#374151">${row.shape.join('×')}</text>`,
    `<text x="${AT.counts}" y="${baseline}" ${END} fill="#374151">${row.parameters === 0 ? '' : grouped(row.parameters)}</text>`,
  ].join('');
}

function grouped(count) {
  return count.toLocaleString('en-GB');
}
