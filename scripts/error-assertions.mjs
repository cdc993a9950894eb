// Which error codes the tests assert, read from the syntax of the tests: a code counts only where a test would fail if
// another code came, not where it merely stands in the text.
import ts from 'typescript';

/**
 * @typedef {object} Assertion
 * @property {string} file - path of the test file.
 * @property {string} code
 * @property {'kind refused' | 'kind refuse' | 'in refused' | 'other'} shape - what the asserted object is, beside its code.
 */

/**
 * How a test looks at a code that is one word, if it does not compare a property called `code`: `closed` could be a state.
 * Codes of several words are nothing but codes.
 */
const LOOKS_AT_A_CODE = /code|error|refus|fail|outcome/i;

/**
 * @param {{path: string, text: string}[]} files - tests and their support files.
 * @returns {Assertion[]}
 */
export function assertedCodes(files) {
  const sources = files.map(({ path, text }) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  const helpers = assertingHelpers(sources);
  return sources.flatMap((source) => assertionsOf(source, helpers));
}

/** @returns {Assertion[]} */
function assertionsOf(source, helpers) {
  const found = [];
  const add = (literal, shape) => found.push({ file: source.fileName, code: literal.text, shape });
  visit(source, (node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, code] = /^\/\^([a-z]+(?:-[a-z]+)+)\b(?!-)/.exec(node.text) ?? [];
      const shape = code === undefined ? null : assertedShape(node, helpers);
      if (shape !== null) add({ text: code }, shape);
    }
    if (ts.isStringLiteralLike(node)) {
      const shape = assertedShape(node, helpers);
      if (shape !== null) add(node, shape);
    }
    for (const { pattern, rows, body } of loopsOf(node)) {
      for (const { select, name } of bindingsOf(pattern)) {
        const shape = shapeOfName(name, body, helpers);
        if (shape !== null) for (const row of rows) select(row).forEach((literal) => add(literal, shape));
      }
    }
  });
  // What a test makes itself it does not provoke.
  const made = new Set();
  visit(source, (node) => {
    const [first] = (ts.isNewExpression(node) && node.arguments) || [];
    // An error that is expected is made too, to be compared.
    if (first !== undefined && ts.isStringLiteralLike(first) && assertedShape(first, helpers) === null)
      made.add(first.text);
  });
  return found.filter(({ code }) => !made.has(code));
}

/** @returns the shape, if the expression stands where a test compares it; null if it does not. */
function assertedShape(expression, helpers) {
  let property = null;
  let shape = 'other';
  for (let node = expression; node.parent !== undefined; node = node.parent) {
    const { parent } = node;
    if (ts.isFunctionLike(parent) || ts.isStatement(parent)) return null;
    if (ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)) {
      const name = parent.name.getText();
      if (property === null) {
        property = name;
        const kind = kindBeside(parent.parent);
        if (kind === 'refused' || kind === 'refuse') shape = `kind ${kind}`;
      } else if (name === 'refused' && shape === 'other') shape = 'in refused';
    }
    if (!ts.isCallExpression(parent) || parent.expression === node) continue;
    if (property !== null && !/code/i.test(property)) return null;
    const subject = expectSubject(parent.expression);
    if (subject !== null) {
      return property !== null || isUnmistakable(expression) || LOOKS_AT_A_CODE.test(subject) ? shape : null;
    }
    if (ts.isIdentifier(parent.expression)) {
      const asserts = helpers.get(parent.expression.text)?.get(parent.arguments.indexOf(node));
      if (asserts !== undefined) return shape === 'other' ? asserts : shape;
    }
  }
  return null;
}

function isUnmistakable(expression) {
  if (ts.isStringLiteralLike(expression)) return expression.text.includes('-');
  return ts.isRegularExpressionLiteral(expression) || /code/i.test(expression.getText());
}

/** @returns the text inside `expect(…)` of a chain such as `expect(…).rejects.toMatchObject`; null for any other callee. */
function expectSubject(callee) {
  if (!ts.isPropertyAccessExpression(callee)) return null;
  let node = callee;
  while (ts.isPropertyAccessExpression(node)) {
    if (node.name.text === 'not') return null;
    node = node.expression;
  }
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'expect') return null;
  return node.arguments[0]?.getText() ?? '';
}

function kindBeside(object) {
  const kind = object.properties?.find((property) => property.name?.getText() === 'kind')?.initializer;
  return kind !== undefined && ts.isStringLiteralLike(kind) ? kind.text : null;
}

/** Functions of the tests that assert what they are given: their name, and for each such parameter its place and shape. */
function assertingHelpers(sources) {
  const helpers = new Map();
  let isGrowing = true;
  while (isGrowing) {
    isGrowing = false;
    for (const source of sources) {
      visit(source, (node) => {
        const named = namedFunction(node);
        if (named === null) return;
        named.parameters.forEach((parameter, index) => {
          if (!ts.isIdentifier(parameter.name) || helpers.get(named.name)?.has(index)) return;
          const shape = shapeOfName(parameter.name.text, named.body, helpers);
          if (shape === null) return;
          if (!helpers.has(named.name)) helpers.set(named.name, new Map());
          helpers.get(named.name).set(index, shape);
          isGrowing = true;
        });
      });
    }
  }
  return helpers;
}

function namedFunction(node) {
  if (ts.isFunctionDeclaration(node) && node.name && node.body)
    return { name: node.name.text, parameters: node.parameters, body: node.body };
  if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
    const value = node.initializer;
    if (ts.isArrowFunction(value) || ts.isFunctionExpression(value))
      return { name: node.name.text, parameters: value.parameters, body: value.body };
  }
  return null;
}

/** @param name - `code`, or `row.code`. @returns the shape in which the body asserts what has this name; null if it does not. */
function shapeOfName(name, body, helpers) {
  let shape = null;
  visit(body, (node) => {
    if (shape !== null || node.getText() !== name) return;
    if (ts.isShorthandPropertyAssignment(node.parent) || ts.isPropertyAccessExpression(node) || ts.isIdentifier(node))
      shape = assertedShape(node, helpers);
  });
  return shape;
}

/** The loops over tables that a node is: `it.each(rows)(…)`, `for (… of rows)`. */
function loopsOf(node) {
  if (ts.isForOfStatement(node) && ts.isVariableDeclarationList(node.initializer)) {
    const [declaration] = node.initializer.declarations;
    return [{ pattern: { kind: 'one', name: declaration.name }, rows: rowsOf(node.expression), body: node.statement }];
  }
  if (!ts.isCallExpression(node) || !ts.isCallExpression(node.expression)) return [];
  const each = node.expression;
  if (!ts.isPropertyAccessExpression(each.expression) || each.expression.name.text !== 'each') return [];
  const callback = node.arguments.find((argument) => ts.isArrowFunction(argument));
  if (callback === undefined || each.arguments[0] === undefined) return [];
  const names = callback.parameters.map(({ name }) => name);
  return [{ pattern: { kind: 'spread', names }, rows: rowsOf(each.arguments[0]), body: callback.body }];
}

/** The rows of a table that is written out, or is a constant of the same file. */
function rowsOf(expression) {
  const table = bare(expression);
  if (ts.isArrayLiteralExpression(table)) return [...table.elements];
  if (ts.isCallExpression(table) && table.expression.getText() === 'Object.entries') {
    const object = table.arguments[0] === undefined ? undefined : constant(table.arguments[0]);
    if (object === undefined || !ts.isObjectLiteralExpression(object)) return [];
    return object.properties.map((property) => ({ entry: [property.name, property.initializer] }));
  }
  const value = constant(table);
  return value === undefined || value === table ? [] : rowsOf(value);
}

function constant(expression) {
  const value = bare(expression);
  if (!ts.isIdentifier(value)) return value;
  let found;
  visit(value.getSourceFile(), (node) => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === value.text) found ??= node.initializer;
  });
  return found === undefined ? undefined : bare(found);
}

/** The names that a row is bound to, each with the literals that it takes of a row. */
function bindingsOf(pattern) {
  if (pattern.kind === 'spread') {
    const [first] = pattern.names;
    const columns = pattern.names.flatMap((name, index) => bindingsOf({ kind: 'one', name, at: index }));
    return first !== undefined && pattern.names.length === 1
      ? [...columns, ...bindingsOf({ kind: 'one', name: first })]
      : columns;
  }
  const { name, at } = pattern;
  const inRow = (row) => (at === undefined ? row : elementOf(row, at));
  const select = (path) => (row) =>
    literalsOf(path.reduce((value, step) => value && memberOf(value, step), inRow(row)));
  if (ts.isIdentifier(name)) {
    const rest = ['code', 'expected'].map((key) => ({ name: `${name.text}.${key}`, select: select([key]) }));
    return [{ name: name.text, select: select([]) }, ...rest];
  }
  return name.elements.flatMap((element, index) => {
    if (ts.isOmittedExpression(element) || !ts.isIdentifier(element.name)) return [];
    const step = ts.isArrayBindingPattern(name) ? index : (element.propertyName ?? element.name).getText();
    return [{ name: element.name.text, select: select([step]) }];
  });
}

function memberOf(value, step) {
  return typeof step === 'number' ? elementOf(value, step) : propertyOf(value, step);
}

function elementOf(row, index) {
  if (row.entry !== undefined) return row.entry[index];
  const value = bare(row);
  return ts.isArrayLiteralExpression(value) ? value.elements[index] : undefined;
}

function propertyOf(row, key) {
  if (row.entry !== undefined) return undefined;
  const value = bare(row);
  if (!ts.isObjectLiteralExpression(value)) return undefined;
  return value.properties.find((property) => property.name?.getText() === key)?.initializer;
}

function literalsOf(value) {
  if (value === undefined || value.entry !== undefined) return [];
  const plain = bare(value);
  if (ts.isStringLiteralLike(plain)) return [plain];
  if (ts.isArrayLiteralExpression(plain)) return plain.elements.flatMap(literalsOf);
  return ts.isIdentifier(plain) && ts.isPropertyAssignment(plain.parent) && plain.parent.name === plain
    ? [{ text: plain.text }]
    : [];
}

function bare(expression) {
  let node = expression;
  while (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node))
    node = node.expression;
  return node;
}

function visit(node, see) {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}
