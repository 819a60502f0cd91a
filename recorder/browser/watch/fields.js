// SPDX-License-Identifier: EUPL-1.2
//
// What a person enters, and where it comes from.

const chosen = (el) => [...el.selectedOptions].map((o) => clean(o.text)).join('\n');

// waiting is a field whose digits may become the number of a card: they are
// told when it is left.
let waiting = null;

function held_() {
  const el = waiting;
  waiting = null;
  if (el && el.isConnected) tell({ kind: 'fill', target: named(el), ...given(el, valueOf(el)) });
}

const valueOf = (el) => (el.isContentEditable ? read(el) : el.value);

function onInput(e) {
  if (veiled(e)) return;
  const el = lifted(at(e));
  if (el.type === 'file') return tell({ kind: 'upload', target: named(el), text: [...el.files].map((f) => f.name).join('\n') });
  if (el.tagName === 'SELECT') return tell({ kind: 'choose', target: named(el), text: chosen(el), words: chosen(el) });
  if (el.type === 'checkbox' || el.type === 'radio') return tell({ kind: 'tick', target: named(el), on: el.checked });
  if (writes(el)) entered_(el);
}

function entered_(el) {
  if (!secret(el) && card(valueOf(el)) === 'part') { waiting = el; return; }
  waiting = null;
  tell({ kind: 'fill', target: named(el), ...given(el, valueOf(el)) });
}

// onTaken: a page may take a key away and write its field itself, as masks do;
// such a field wants keys from the robot, too. Or Enter takes a suggestion.
function onTaken(e) {
  const el = lifted(at(e));
  if (veiled(e) || !writes(el)) return;
  const was = valueOf(el);
  setTimeout(() => {
    if (!e.defaultPrevented && e.key !== 'Enter' || !el.isConnected || valueOf(el) === was) return;
    if (e.key !== 'Enter' && !listens.has(el)) { listens.add(el); known.delete(el); }
    entered_(el);
  }, 0);
}

function onChange(e) { if (!veiled(e)) held_(); }

function onSubmit(e) {
  if (veiled(e)) return;
  tell({ kind: 'submit', target: e.submitter ? named(e.submitter) : undefined });
}

// source is what a selection was copied from: a field, or the element around
// the words.
function source() {
  const field = document.activeElement && writes(document.activeElement) ? document.activeElement : null;
  if (field && field.selectionStart !== undefined && !field.isContentEditable) return { el: field, text: field.value.slice(field.selectionStart, field.selectionEnd) };
  const s = getSelection(), n = s.anchorNode;
  return { el: lifted(n && (n.nodeType === Node.ELEMENT_NODE ? n : n.parentElement)), text: s.toString() };
}

function onCopy(e) {
  if (veiled(e)) return;
  const from = source();
  if (from.text) tell({ kind: 'copy', target: named(from.el), ...given(from.el, clean(from.text)) });
}

function onPaste(e) {
  if (veiled(e)) return;
  const el = lifted(at(e)), text = clean(e.clipboardData ? e.clipboardData.getData('text/plain') : '');
  tell({ kind: 'paste', target: named(el), ...given(el, text) });
}

function onLift(e) {
  if (veiled(e)) return;
  if (pressed) pressed.done = true;
  tell({ kind: 'lift', target: named(lifted(at(e))) });
}

const onDrop = (e) => { if (!veiled(e)) tell({ kind: 'drop', onto: named(lifted(at(e))) }); };
