// Turns the design tokens into constants: a theme and a part may still set a variable, but a token that nobody
// sets is replaced by its value, and one that has no value by its fallback. The tokens as published are 200 KB.
import postcss from 'postcss';
import parse from 'postcss-value-parser';

/** @returns {Map<string, string>} every token with its value */
export function readTokens(css) {
  const tokens = new Map();
  postcss.parse(css).walkDecls(/^--/, declaration => tokens.set(declaration.prop, declaration.value));
  return tokens;
}

/** Settles all var() in the stylesheet and returns the names of tokens that became constants. */
export function settle(sheet, tokens) {
  const constants = new Set();
  const original = new Map();
  sheet.walkDecls(declaration => original.set(declaration, declaration.value));
  for (let set = variablesSetIn(sheet), before = -1; set.size !== before;) {
    before = set.size;
    for (const [declaration, value] of original) {
      // A value that cannot be computed is `unset`, and for a variable `initial`: the same as no value.
      declaration.value = compute(value, set, tokens, constants) ?? (declaration.prop.startsWith('--') ? 'initial' : 'unset');
    }
    set = variablesSetIn(sheet);
  }
  dropUnread(sheet);
  return constants;
}

function variablesSetIn(sheet) {
  const set = new Set();
  sheet.walkDecls(/^--/, declaration => { if (declaration.value !== 'initial') set.add(declaration.prop); });
  return set;
}

function compute(value, set, tokens, constants) {
  if (!value.includes('var(')) return value;
  let computable = true;
  const parsed = parse(value);
  parsed.walk(node => {
    if (node.type !== 'function' || node.value !== 'var') return;
    const name = node.nodes[0].value;
    const comma = node.nodes.findIndex(part => part.type === 'div');
    const fallback = comma < 0 ? null : compute(parse.stringify(node.nodes.slice(comma + 1)).trim(), set, tokens, constants);
    let text = fallback;
    if (set.has(name)) {
      text = fallback === null ? `var(${name})` : `var(${name}, ${fallback})`;
    } else if (tokens.has(name)) {
      constants.add(name);
      text = compute(tokens.get(name), set, tokens, constants) ?? fallback;
    }
    computable &&= text !== null;
    Object.assign(node, { type: 'word', value: text ?? '', nodes: undefined });
    return false;
  });
  return computable ? parsed.toString() : null;
}

function dropUnread(sheet) {
  for (let dropped = true; dropped;) {
    dropped = false;
    const read = new Set();
    sheet.walkDecls(({ value }) => { for (const [, name] of value.matchAll(/var\((--[\w-]+)/g)) read.add(name); });
    sheet.walkDecls(/^--/, declaration => {
      if (!read.has(declaration.prop)) dropped = !!declaration.remove();
    });
  }
}
