// Nothing makes the page scroll sideways, also with the text spacing of WCAG 1.4.12, which clips nothing either.
function layout() {
  const wide = how => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const over = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > room + 1 && !e.closest('.hidden, .table-scroll'));
    return [`scrolls sideways${how}: ${document.documentElement.scrollWidth} in ${room}, by ${over.slice(-3).map(e => `${e.tagName} "${nameOf(e)}"`).join(', ')}`];
  };
  const clipped = () => [...document.querySelectorAll('body *')]
    .filter(e => !e.matches('.hidden, .hidden *, textarea, input, .nl-skip-link') && getComputedStyle(e).overflowY === 'hidden' && e.scrollHeight > e.clientHeight + 2 && e.textContent.trim() !== '')
    .map(e => `${e.tagName} "${nameOf(e)}" clips its text when that is spaced`);
  const faults = wide('');
  const spaced = new CSSStyleSheet();
  spaced.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }');
  document.adoptedStyleSheets = [spaced];
  faults.push(...wide(' with spaced text'), ...clipped());
  document.adoptedStyleSheets = [];
  return faults;
}
