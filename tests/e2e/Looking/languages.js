// Words of another language than the page's carry its lang. Told by the letters, and by the small words that no other of our languages has.
function languages() {
  const small = {
    nl: new Set('de het een van en niet wij uw voor naar zijn wordt met als ook dat deze bij maar geen hebben kunt'.split(' ')),
    en: new Set('the of and you your to not we with for this that are have can what they from which our'.split(' ')),
  };
  const letters = { ar: /\p{Script=Arabic}/u, uk: /\p{Script=Cyrillic}/u };
  const faults = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const words = walker.currentNode.data.toLowerCase().match(/\p{L}+/gu) ?? [];
    if (words.length < 4) continue;
    const lang = walker.currentNode.parentElement.closest('[lang]').lang.split('-')[0];
    const written = Object.keys(letters).find(tag => words.filter(word => letters[tag].test(word)).length > words.length / 2);
    if (written ? written !== lang : lang in letters) faults.push(`"${walker.currentNode.data.trim().slice(0, 60)}" is not written in ${lang}`);
    const count = Object.fromEntries(Object.entries(small).map(([tag, list]) => [tag, words.filter(word => list.has(word)).length]));
    const other = lang === 'en' ? 'nl' : 'en';
    if (lang in small && count[other] >= 2 && count[other] > count[lang]) faults.push(`"${walker.currentNode.data.trim().slice(0, 60)}" is not ${lang}`);
  }
  if (!document.documentElement.lang) faults.push('the page has no language');
  return faults;
}
