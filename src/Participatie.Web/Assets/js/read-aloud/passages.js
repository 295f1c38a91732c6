// The text of the page as it is read aloud: what stands on screen in the marked sections, in that order, and nothing else.
import { sentencesOf } from './sentences.js';

const sections = '[data-voorlezen]';
// Controls are no text, and a status answers to what somebody did. What residents wrote is never spoken: fields, and their words in quotes.
// Numbers of a table are looked up, not listened to.
const silent = 'button,input,textarea,select,svg,blockquote,table,details:not([open]),[hidden],[aria-hidden="true"],[role="status"],.hidden,.error,.voorlezen';
const blocks = 'p,li,label,legend,h1,h2,h3,h4,dt,dd,summary,div';

/** One passage for each block of text in one language: { lang, text, nodes }. */
export function passagesOf(root) {
  const found = [];
  let block;
  for (const section of root.querySelectorAll(sections)) {
    const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      if (parent.closest(silent)) continue;
      const lang = parent.closest('[lang]').lang;
      const last = found[found.length - 1];
      if (last && parent.closest(blocks) === block && last.lang === lang) {
        last.nodes.push(node);
        last.text += node.data;
      } else if (node.data.trim()) {
        block = parent.closest(blocks);
        found.push({ lang, text: node.data, nodes: [node] });
      }
    }
  }
  return found;
}

/** Puts each sentence in spans of its own, so that it can be marked: { text, lang, passage, spans }. */
export function wrap(passages) {
  const sentences = [];
  passages.forEach(({ text, lang, nodes }, passage) => {
    const places = sentencesOf(text);
    const mine = places.map(([from, to]) => ({ text: text.slice(from, to).replace(/\s+/g, ' ').trim(), lang, passage, spans: [] }));
    let start = 0;
    for (const node of nodes) {
      const { data } = node;
      const pieces = document.createDocumentFragment();
      places.forEach(([from, to], index) => {
        const piece = data.slice(Math.max(0, from - start), Math.max(0, to - start));
        if (!piece) return;
        const span = document.createElement('span');
        span.textContent = piece;
        mine[index].spans.push(span);
        pieces.append(span);
      });
      if (pieces.childNodes.length) node.replaceWith(pieces);
      start += data.length;
    }
    sentences.push(...mine);
  });
  return sentences;
}

/** As the page was. */
export function unwrap(sentences) {
  for (const span of sentences.flatMap(sentence => sentence.spans)) {
    const parent = span.parentNode;
    if (!parent) continue;
    span.replaceWith(...span.childNodes);
    parent.normalize();
  }
}
