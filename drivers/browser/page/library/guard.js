// SPDX-License-Identifier: EUPL-1.2

// A document lets through only the one gesture that was announced to it, on
// the element that it was announced for: the event itself is asked, so nothing
// can slip between check and click, or between focus and letter. What nobody
// announced is stopped, be it in a frame that slid below the mouse or in a
// document that has just replaced the one that was checked.
let announced = { el: null, by: '', over: true };

let strayed = '';

function announce(el, by, token) {
  announced = { el, by, token, touched: false, clicked: false, stopped: '', over: false };
  announced.ended = new Promise((end) => { announced.end = end; });
}

// ended waits a while for the last event of a click: frames in processes of
// their own get it a little later than the robot its answer. What comes later
// still is refused.
async function ended(wait) {
  if (announced.by === 'mouse' && !announced.over) await Promise.race([announced.ended, new Promise((late) => setTimeout(late, wait))]);
  announced.over = true;
}

function admit(e, by) {
  const at = e.composedPath()[0];
  const meant = announced.by === by && !announced.over && !announced.stopped && at.closest && (hits(at) || releases(e));
  if (meant) touched(e);
  else refuse(e, at.closest ? at : document.documentElement);
  return meant;
}

// hits: keys for a part of an edited text arrive at the whole.
const hits = (at) => belongs(announced.el, at) || (announced.by === 'keys' && at.isContentEditable && at.contains(announced.el));

// pressing: what goes as soon as the mouse is down on it, an entry of a list of
// suggestions or what its markup says, need not be clicked to the end. Whether
// any other document went because of it, nobody can tell.
const pressing = (el) => !el.matches(controls) || !!el.closest('[onmousedown],[onpointerdown]');

// touched tells the robot at once: the document may be gone a moment later.
function touched(e) {
  const first = !announced.touched;
  announced.touched = true;
  announced.pressed = announced.pressed || e.type === 'mousedown';
  if (first) report(announced.token);
  if (announced.pressed && pressing(announced.el)) report(announced.token + ' done');
}

// taken: an entry of a list of suggestions goes when the mouse goes down on it,
// and the rest of the click meets what lay behind. A control does not; and what
// was only drawn anew looks the same.
const taken = (el, at) => announced.pressed && !el.isConnected && !el.matches(controls) && describe(el) !== describe(at);

const report = (token) => { if (self.heinzelTouched) self.heinzelTouched(token); };

function refuse(e, at) {
  e.preventDefault(); e.stopImmediatePropagation();
  report('');
  if (taken(announced.el, at)) return;
  strayed = strayed || describe(at);
  if (announced.over) return;
  announced.stopped = announced.stopped || describe(at);
  if (!announced.touched) announced.end();
}

// Clicks that keys cause are the browser's own; so is the click that a label
// passes on, which bears the time of the first.
function onMouse(e) {
  if (pointer && e.isTrusted) return swallow(e);
  if (loose || !e.isTrusted || veiled(e) || (e.type === 'click' && (e.pointerType !== 'mouse' || e.timeStamp === announced.clicked))) return;
  if (announced.drag && e.type === 'click') { e.preventDefault(); e.stopImmediatePropagation(); return; } // a drag ends in no click
  const meant = admit(e, 'mouse');
  if (meant && announced.drag && e.type === 'mouseup') { announced.drag.dropped ||= !due() && below(goal, e); announced.over = true; }
  if (e.type !== announced.last || announced.over) return;
  announced.clicked = meant && e.timeStamp;
  if (meant) report(announced.token + ' done');
  announced.over = true;
  announced.end();
}

function onKeys(e) {
  if (pointer && e.isTrusted) return swallowKey(e);
  if (!loose && e.isTrusted && !veiled(e)) admit(e, 'keys');
}

// veiled: outside of a closed root, its host stands for what it holds; there
// the root's own listeners judge.
function veiled(e) {
  const root = closed.get(e.composedPath()[0]);
  return !!root && announced.el && within(root, announced.el);
}

// opened makes a closed root known.
function opened(root) {
  closed.set(root.host, root);
  listenAt(root);
}

function listenAt(place) {
  for (const kind of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'auxclick', 'dblclick']) place.addEventListener(kind, onMouse, true);
  for (const kind of ['dragstart', 'dragover', 'drop', 'dragend']) place.addEventListener(kind, onDrop, true);
  for (const kind of ['pointermove', 'mousemove']) place.addEventListener(kind, onMove, true);
  for (const kind of ['keydown', 'keypress', 'beforeinput']) place.addEventListener(kind, onKeys, true);
}

// listen is asked again when the document is written anew, which takes all
// listeners away.
const listen = () => listenAt(window);

listen();
new MutationObserver(listen).observe(document, { childList: true });
