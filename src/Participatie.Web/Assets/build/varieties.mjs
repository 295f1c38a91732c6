// A theme says its dark and high-contrast colours once, for devices that ask for them. This makes them also what a
// reader can choose at /instellingen. The colours are repeated in the stylesheet, which compression makes nearly free.
import postcss from 'postcss';

const dark = 'screen and (prefers-color-scheme: dark)';
const more = '(prefers-contrast: more)';
const moreDark = 'screen and (prefers-contrast: more) and (prefers-color-scheme: dark)';
const forced = '(forced-colors: active)';
const device = ':not([data-contrast])';
const chosen = value => `[data-contrast="${value}"]`;

/** The media queries of a theme, each with where its colours hold: [media query or null, ending of the selector]. */
const places = {
  [dark]: [[dark, device], [dark, chosen('high')], ['screen', chosen('dark')]],
  [more]: [[more, device], [null, chosen('high')]],
  // Who chose dark colours on a device that asks for contrast gets both. Paper is white, whatever somebody chose.
  [moreDark]: [[moreDark, device], [dark, chosen('high')], [`screen and ${more}`, chosen('dark')]],
  // The reader's own colours win from whatever was chosen here.
  [forced]: [[forced, device], [forced, '[data-contrast]']],
};

export const varieties = { light: [], dark: [dark], 'more contrast': [more], 'more contrast, dark': [dark, more, moreDark], 'dark, more contrast': [dark, moreDark] };

/** @returns {postcss.Root} */
export function makeSelectable(theme) {
  const sheet = postcss.parse(theme);
  sheet.walkAtRules('media', media => {
    const where = places[media.params];
    if (!where) return;
    media.replaceWith(where.map(([query, ending]) => {
      const rules = media.nodes.filter(node => node.type === 'rule').map(rule => rule.clone({ selectors: rule.selectors.map(selector => selector + ending) }));
      return query === null ? rules : postcss.atRule({ name: 'media', params: query, nodes: rules });
    }).flat());
  });
  return sheet;
}
