// Nothing makes the page scroll sideways, also with the text spacing of WCAG 1.4.12, which clips nothing either.
function layout() {
  const wide = how => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    // A mirrored page runs out at the left.
    const isOut = ({ left, right, width }) => width > 0 && (right > room + 1 || left < -1);
    const over = [...document.querySelectorAll('body *')].filter(e => isOut(e.getBoundingClientRect()) && !e.closest('.table-scroll'));
    // Words may run out of an element that itself stays in.
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (over.length === 0 && texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      if ([...range.getClientRects()].some(isOut)) over.push(texts.currentNode.parentElement);
    }
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
