// Refuses CSS that the browsers of package.json ("browserslist": those from 2020 on) do not know and have no answer to.
// Two sources: caniuse, through doiuse, knows selectors, functions and values; MDN's data knows each property by itself.
import bcd from '@mdn/browser-compat-data/forLegacyNode';
import browserslist from 'browserslist';
import doiuse from 'doiuse';
import postcss from 'postcss';

/** What may be used all the same: feature of caniuse or property, which uses of it, and what a browser without it shows. */
const allowed = [
  ['css-matches-pseudo', /:any-link/, 'taken for :any(); :any-link is older than 2020'],
  ['css-not-sel-list', /^(?!.*:not\([^)]*,)/s, 'taken for a list; each :not() here has one selector'],
  ['css-logical-props', /^(?!inset|[a-z-]*radius|(margin|padding|border)-(inline|block):|border-(block|inline)-(color|style|width):)/, 'only what is named otherwise came later'],
  ['css-focus-visible', /:focus-visible/, 'the browser draws its own ring'],
  ['css-revert-value', /(all|cursor): revert/, 'a fieldset keeps its border, the mouse its arrow'],
  ['css-appearance', /appearance:/, 'known with a prefix, which the build writes'],
  ['css-gradients', /radial-gradient\(circle/, 'the dot of a radio: only transparent edges differ'],
  ['css-color-adjust', /print-color-adjust:/, 'printed as the browser likes'],
  ['css-overflow', /overflow(-x)?: (hidden|auto)/, 'only overflow: clip came later'],
  ['css-resize', /resize:/, 'the text area cannot be made larger by hand'],
  ['text-size-adjust', /text-size-adjust:/, 'the browser may enlarge text by itself'],
  ['css-hyphens', /hyphens: auto/, 'a long word breaks without hyphen'],
  ['css-clip-path', /clip-path: inset/, 'only shapes from an SVG came later'],
  ['css-masks', /clip-path: inset/, 'taken for a mask'],
  ['text-decoration', /text-(decoration|underline)-/, 'the line under a link is thinner or nearer'],
  ['font-family-system-ui', /sans-serif/, 'the next font of the list'],
  ['multicolumn', /break-(after|before|inside): avoid/, 'a heading may end up at the foot of a printed page'],
  ['multicolumn', /break-after: page/, 'what comes after the first page of a summary goes on below it'],
  ['css-boxdecorationbreak', /./, 'a marked sentence has no colour at the ends of its lines'],
  ['box-decoration-break', /./, 'a marked sentence has no colour at the ends of its lines'],
  ['multicolumn', /columns:/, 'only breaks inside columns differ'],
  ['css-paged-media', /@page/, 'the printer\'s own margins, without page numbers'],
  ['size', /A4/, 'the paper that the printer has'],
  ['accent-color', /./, 'a tick in the browser\'s own colour'],
  ['text-wrap', /balance/, 'headings break where the line is full'],
  ['hyphens', /auto/, 'known with a prefix, which the build writes'],
  ['hyphenate-limit-chars', /./, 'more words are hyphenated'],
  ['text-underline-offset', /./, 'the line under a link is nearer'],
  ['text-decoration-thickness', /./, 'the line under a link is thinner'],
  ['text-decoration-skip-ink', /./, 'the line under a link runs through letters'],
  ['user-select', /none/, 'the words of a button can be selected'],
  ['user-select', /all/, 'a code is selected by hand, group after group'],
  ['color-scheme', /./, 'scroll bars stay light'],
  ['appearance', /./, 'known with a prefix, which the build writes'],
  ['print-color-adjust', /./, 'printed as the browser likes'],
  ['resize', /./, 'the text area cannot be made larger by hand'],
  ['forced-color-adjust', /none/, 'the button has the reader\'s colours'],
  ['scroll-margin-block', /./, 'the page scrolls a little less far'],
];

const browsers = browserslist(null, { path: import.meta.dirname });
const functions = new Map(functionsIn(bcd.css.types));
const namesOfMdn = { chrome: 'chrome', edge: 'edge', firefox: 'firefox', safari: 'safari', ios_saf: 'safari_ios', samsung: 'samsunginternet_android' };

export async function checkSupported(css, name) {
  const found = [];
  const note = (feature, text, message) => {
    const uses = allowed.filter(([allowedFeature, use]) => allowedFeature === feature && use.test(text));
    if (uses.length === 0) found.push(`${text.slice(0, 160)} (${message.slice(0, 160)})`);
  };
  await postcss([doiuse({ browsers, onFeatureUsage: ({ feature, usage, message }) => note(feature, textOf(usage), message.replace(/^.*?:\d+:\d+: /, '')) })])
    .process(css, { from: undefined });
  postcss.parse(css).walkDecls(/^[a-z]/, ({ prop, value }) => {
    const uses = [[prop, bcd.css.properties[prop]], ...[...value.matchAll(/([a-z-]+)\(/g)].map(([, called]) => [called, functions.get(called)])];
    for (const [used, known] of uses) {
      const missing = lacking(known);
      if (missing) note(used, `${prop}: ${value}`, `${used} is not known to ${missing}`);
    }
  });
  if (found.length > 0) throw new Error(`A browser of 2020 does not know this in ${name}. Write it otherwise, or say in build/supported.mjs what that browser shows: ${[...new Set(found)].join('; ')}`);
}

function textOf(node) {
  return node.type === 'decl' ? `${node.prop}: ${node.value}` : node.type === 'rule' ? node.selector : `@${node.name} ${node.params}`;
}

/** The functions of values, such as color-mix(), wherever MDN's tree of types has them. */
function functionsIn(types) {
  return Object.entries(types).filter(([name]) => name !== '__compat').flatMap(([name, type]) => [[name, type], ...functionsIn(type)]);
}

/** A browser of the list that lacks the property or function; nothing when all have it. */
function lacking(known) {
  const support = known?.__compat?.support;
  // What MDN does not list is no standard, such as `fill` of SVG: nothing of ours waits for it.
  return support && browsers.find(browser => {
    const [name, version] = browser.split(' ');
    const statements = [support[namesOfMdn[name]]].flat().filter(statement => !statement.flags && !statement.prefix && !statement.alternative_name);
    return !statements.some(({ version_added: added }) => typeof added === 'string' && added !== 'preview'
      && Number.parseFloat(added.replace('≤', '')) <= Number.parseFloat(version.split('-').at(-1)));
  });
}
