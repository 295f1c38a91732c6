// What scrolls sideways by itself is a region with a name that takes focus, and no two tables or regions of a page have one name.
function regions() {
  const faults = [];
  const called = element => (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).map(id => document.getElementById(id)?.textContent ?? '').join(' ').trim()
    || element.getAttribute('aria-label') || element.querySelector(':scope > caption')?.textContent || '';
  for (const place of document.querySelectorAll('body *')) {
    if (!/auto|scroll/.test(getComputedStyle(place).overflowX) || place.matches('textarea, input') || place.scrollWidth <= place.clientWidth) continue;
    if (place.getAttribute('role') !== 'region' || place.tabIndex !== 0 || called(place).trim() === '') faults.push(`${place.tagName} "${nameOf(place)}" scrolls and is no named region with focus`);
  }
  for (const kind of ['table', '[role=region]']) {
    const names = [...document.querySelectorAll(kind)].map(element => called(element).trim().replace(/\s+/g, ' '));
    names.forEach((name, index) => { if (names.indexOf(name) < index || name === '') faults.push(`two of ${kind} are called "${name}"`); });
  }
  return faults;
}
