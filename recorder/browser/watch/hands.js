// SPDX-License-Identifier: EUPL-1.2
//
// What a person does with mouse and keys.

const at = (e) => e.composedPath()[0];

// veiled: outside of a closed root its host stands for what it holds; there the
// root's own listeners hear.
function veiled(e) {
  const root = e.currentTarget === window && closed.get(at(e));
  if (!root) return false;
  const inner = e.clientX === undefined ? root.activeElement : root.elementFromPoint(e.clientX, e.clientY);
  return !!inner && root.contains(inner);
}

const chord = (e) => [e.ctrlKey && 'Control', e.altKey && 'Alt', e.metaKey && 'Meta', e.shiftKey && 'Shift'].filter(Boolean).join('+');

let pressed = null, clicked = { time: -1 };

function onDown(e) {
  if (veiled(e)) return;
  deeper(e);
  held_();
  if (e.button !== 0) return;
  const el = lifted(at(e));
  pressed = { el, x: e.clientX, y: e.clientY, box: el.getBoundingClientRect(), done: false };
  tell({ kind: 'down', target: named(el) });
}

// redrawn reports that a page has put the like in the place of an element: a
// button that went down on the one and up on the other was no click.
const redrawn = (was, is) => !was.isConnected && is.tagName === was.tagName && clean(is.textContent) === clean(was.textContent);

// onUp waits for the click: what went away below the mouse gets none, and what
// was carried somewhere else was dragged.
function onUp(e) {
  if (veiled(e) || !pressed || e.button !== 0) return;
  const was = pressed, up = lifted(at(e)), far = Math.hypot(e.clientX - was.x, e.clientY - was.y) > 8;
  setTimeout(() => {
    if (was.done) return;
    was.done = true;
    if (!was.el.isConnected) return tell({ kind: redrawn(was.el, up) ? 'nothing' : 'click' });
    const carried = far && up !== was.el && !up.contains(was.el) && !was.el.contains(up) && getSelection().isCollapsed && !writes(was.el);
    tell(carried ? { kind: 'drag', target: named(was.el), onto: named(up) } : { kind: 'nothing' });
  }, 0);
}

function onClick(e) {
  if (veiled(e)) return;
  const el = lifted(at(e)), key = chord(e);
  if (e.detail === 0 || e.pointerType === '' || (e.timeStamp === clicked.time && el !== clicked.el)) return tell({ kind: 'click', made: true, target: named(el) });
  clicked = { time: e.timeStamp, el };
  const was = pressed;
  if (!was || was.done) return;
  if (el !== was.el && !el.contains(was.el) && !was.el.contains(el)) return;
  if (el !== was.el && Math.hypot(e.clientX - was.x, e.clientY - was.y) > 8) return; // let go elsewhere
  was.done = true;
  tell({ kind: 'click', key });
}

const onDouble = (e) => { if (!veiled(e)) tell({ kind: 'double click', target: named(lifted(at(e))) }); };
const onMenu = (e) => { if (!veiled(e) && e.button === 2) tell({ kind: 'right click', target: named(lifted(at(e))) }); };
const onOther = (e) => { if (!veiled(e) && e.button === 1) tell({ kind: 'click', own: true, key: 'Middle', target: named(lifted(at(e))) }); };

// Keys that only move or remove letters are part of the writing; what they make
// of the text is told as the text.
const moves = ['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Backspace', 'Delete', 'Insert'];
const walks = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'];

function ordinary(e, el) {
  const bare_ = !e.ctrlKey && !e.altKey && !e.metaKey;
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'NumLock', 'Dead', 'Process', 'Unidentified'].includes(e.key) || e.getModifierState('AltGraph')) return true;
  if (el.tagName === 'SELECT') return bare_ && (e.key.length === 1 || moves.includes(e.key) || walks.includes(e.key));
  if (['checkbox', 'radio'].includes(el.type)) return bare_ && (e.key === ' ' || walks.includes(e.key) || moves.includes(e.key));
  if (!writes(el)) return bare_ && (walks.includes(e.key) || moves.slice(0, 4).includes(e.key) || (e.key === ' ' && !el.matches(controls)));
  const line = el.tagName === 'INPUT' && !['number', 'date', 'time', 'datetime-local', 'month', 'week', 'range'].includes(el.type);
  if (e.ctrlKey && !e.altKey && /^[acvxzy]$/i.test(e.key)) return true;
  if (moves.includes(e.key)) return !e.altKey;
  return bare_ && (e.key.length === 1 || (walks.includes(e.key) && !line) || (e.key === 'Enter' && (el.tagName === 'TEXTAREA' || el.isContentEditable)));
}

function onKey(e) {
  if (veiled(e)) return;
  deeper(e);
  onTaken(e);
  const el = lifted(at(e));
  if (ordinary(e, el) || (e.ctrlKey && !e.altKey && /^[cvx]$/i.test(e.key))) return;
  held_();
  const name = e.key === ' ' ? 'Space' : e.key.length === 1 ? e.key.toUpperCase() : e.key;
  tell({ kind: 'press', key: [chord(e), name].filter(Boolean).join('+'), target: named(el) });
}
