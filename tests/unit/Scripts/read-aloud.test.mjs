import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginnings } from '../../../src/Participatie.Web/Assets/js/read-aloud/file.js';
import { deviceSpeaker, voiceFor } from '../../../src/Participatie.Web/Assets/js/read-aloud/device.js';
import { sentencesOf } from '../../../src/Participatie.Web/Assets/js/read-aloud/sentences.js';

const split = text => sentencesOf(text).map(([from, to]) => text.slice(from, to).trim());

for (const [text, ...sentences] of [
  ['Wat vindt u?', 'Wat vindt u?'],
  ['U kunt kiezen. U mag ook niets kiezen.', 'U kunt kiezen.', 'U mag ook niets kiezen.'],
  ['Wie beslist? Gedeputeerde Staten. Dat is het bestuur!', 'Wie beslist?', 'Gedeputeerde Staten.', 'Dat is het bestuur!'],
  ['Bel bijv. met de provincie. Dat kan elke dag.', 'Bel bijv. met de provincie.', 'Dat kan elke dag.'],
  ['Vraag het aan dhr. Jansen. Hij helpt u.', 'Vraag het aan dhr. Jansen.', 'Hij helpt u.'],
  ['Dat is nieuw, d.w.z. Nederlands. Meer niet.', 'Dat is nieuw, d.w.z. Nederlands.', 'Meer niet.'],
  ['Het kost 1.203 euro. Dat is veel.', 'Het kost 1.203 euro.', 'Dat is veel.'],
  ['Hij zei: "Kom maar." Toen ging hij.', 'Hij zei: "Kom maar."', 'Toen ging hij.'],
  ['Zonder punt', 'Zonder punt'],
  ['\n    Met   witruimte.\n    Ook hier.\n', 'Met   witruimte.', 'Ook hier.'],
  ['هل تعيش هنا؟ أجب من فضلك.', 'هل تعيش هنا؟', 'أجب من فضلك.'],
  ['Що ви думаєте? Напишіть нам.', 'Що ви думаєте?', 'Напишіть нам.'],
  ['Meer over www.drenthe.nl. Of bel.', 'Meer over www.drenthe.nl.', 'Of bel.'],
]) test(`sentences: ${text.trim()}`, () => assert.deepEqual(split(text), sentences));

test('sentences together are the whole text', () => {
  const text = '  Een. Twee?  Drie! ';
  assert.equal(sentencesOf(text).map(([from, to]) => text.slice(from, to)).join(''), text);
});

test('nothing to say is no sentence', () => assert.deepEqual(split(' \n '), []));

const voice = (lang, localService = true) => ({ lang, localService });

for (const [name, lang, voices, expected] of [
  ['a local one', 'nl', [voice('en-US'), voice('nl-NL')], 1],
  ['never one elsewhere', 'nl', [voice('nl-NL', false)], undefined],
  ['the one of here first', 'nl', [voice('nl-BE'), voice('nl-NL')], 1],
  ['a Flemish one is good', 'nl-simple', [voice('nl-BE')], 0],
  ['written as Android does', 'nl', [voice('nl_BE'), voice('nl_NL')], 1],
  ['no other language', 'uk', [voice('nl-NL'), voice('ru-RU')], undefined],
]) test(`voice: ${name}`, () => assert.equal(voiceFor(lang, voices), voices[expected]));

/** A device that notes what it is told and finishes when the test says so. */
function device() {
  const said = [];
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const synthesis = {
    getVoices: () => [voice('nl-NL')],
    speak: utterance => { said.push(utterance.text); synthesis.now = utterance; },
    cancel: () => { const was = synthesis.now; synthesis.now = undefined; was?.onerror?.({ error: 'canceled' }); },
  };
  const told = [];
  const speaker = deviceSpeaker(synthesis, { at: index => told.push(index), done: () => told.push('done'), failed: () => told.push('failed') });
  return { said, told, synthesis, speaker };
}

const sentences = ['Een.', 'Twee.'].map(text => ({ text, lang: 'nl' }));

test('speaks sentence by sentence', () => {
  const { said, told, synthesis, speaker } = device();
  speaker.play(sentences, 0);
  assert.deepEqual(said, ['Een.']);
  synthesis.now.onend();
  synthesis.now.onend();
  assert.deepEqual([said, told], [['Een.', 'Twee.'], [0, 1, 'done']]);
});

test('what was cancelled is no failure and says nothing more', () => {
  const { said, told, synthesis, speaker } = device();
  speaker.play(sentences, 0);
  const { onend } = synthesis.now;
  speaker.pause();
  onend();
  assert.deepEqual([said, told], [['Een.'], [0]]);
});

test('goes on with the sentence that was cut off', () => {
  const { said, synthesis, speaker } = device();
  speaker.play(sentences, 0);
  synthesis.now.onend();
  speaker.pause();
  speaker.play(sentences, 1);
  assert.deepEqual(said, ['Een.', 'Twee.', 'Twee.']);
});

test('a voice that fails is told', () => {
  const { told, synthesis, speaker } = device();
  speaker.play(sentences, 0);
  synthesis.now.onerror({ error: 'synthesis-failed' });
  assert.deepEqual(told, [0, 'failed']);
});

const heard = (passage, text) => ({ passage, text });

test('sentences of a file share the time of their passage', () =>
  assert.deepEqual(beginnings([heard(0, 'aaaa'), heard(1, 'bb'), heard(1, 'bbbbbb')], [2, 10]), [0, 2, 4]));

test('a file with other passages marks nothing', () =>
  assert.deepEqual(beginnings([heard(0, 'aaaa')], [2, 10]), []));
