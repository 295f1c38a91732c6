// Where sentences begin and end. Browsers of 2020 have no segmenter of their own.

const end = /[.!?؟…]+["'”’»)]*\s+/g;

// A full stop behind these, an initial or such as "d.w.z", ends no sentence.
const shortened = /(?:^|[\s("'“‘])(?:(?:[a-z]\.)*[a-z]|bijv|ca|dhr|mevr|mrs?|nrs?|blz|tel|incl|excl|max|min|dr)\.$/i;

const isLowerCase = letter => letter !== letter.toUpperCase();

/** The places [from, to) of the sentences of a text; together they are the whole text. */
export function sentencesOf(text) {
  const found = [];
  let from = 0;
  for (const match of text.matchAll(end)) {
    const next = match.index + match[0].length;
    if (next === text.length || isLowerCase(text[next]) || shortened.test(text.slice(from, next).trimEnd())) continue;
    found.push([from, next]);
    from = next;
  }
  if (text.slice(from).trim()) found.push([from, text.length]);
  return found;
}
