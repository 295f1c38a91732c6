// One h1, and no level left out on the way down.
function headings() {
  const all = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const faults = all.filter(h => h.textContent.trim() === '').map(h => `an empty ${h.tagName}`);
  const first = all.filter(h => h.tagName === 'H1').length;
  if (first !== 1) faults.push(`${first} headings of the first level`);
  const main = [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')];
  main.forEach((h, index) => {
    const before = index === 0 ? 0 : Number(main[index - 1].tagName[1]);
    if (Number(h.tagName[1]) > before + 1) faults.push(`${h.tagName} "${h.textContent.trim()}" after h${before}`);
  });
  return faults;
}
