// A thumb needs 44 by 44; a link inside a sentence is exempt (WCAG 2.5.8 has the same exception). One that is all that its line says is in no sentence.
function targets() {
  const Size = 44, Rounding = 0.5;
  const together = (a, b) => ({ width: Math.max(a.right, b.right) - Math.min(a.left, b.left), height: Math.max(a.bottom, b.bottom) - Math.min(a.top, b.top) });
  const area = element => {
    const own = element.getBoundingClientRect();
    const label = ['radio', 'checkbox'].includes(element.type) ? element.labels?.[0] : null;
    return label ? together(own, label.getBoundingClientRect()) : own;
  };
  const plain = element => element.textContent.trim().replace(/\s+/g, ' ');
  const lineOf = element => { while (getComputedStyle(element).display.startsWith('inline')) element = element.parentElement; return element; };
  const inText = link => link.tagName === 'A' && getComputedStyle(link).display === 'inline' && plain(link) !== plain(lineOf(link));
  return [...document.querySelectorAll('button, summary, input:not([type=hidden]), textarea, select, a[href]')]
    .filter(element => element.checkVisibility() && !element.closest('[aria-hidden="true"]') && !inText(element) && !element.matches('.nl-skip-link'))
    .filter(element => area(element).width < Size - Rounding || area(element).height < Size - Rounding)
    .map(element => `${element.tagName} "${nameOf(element)}" is ${Math.round(area(element).width)} by ${Math.round(area(element).height)}`);
}
