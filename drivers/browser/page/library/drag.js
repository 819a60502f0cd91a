// SPDX-License-Identifier: EUPL-1.2
//
// Drag and drop: by the mouse alone, or in the browser's own way.

// The button of a drag may be released over its goal, if only below what is
// dragged, and where it was pressed.
let goal = null;

const below = (el, e) => el.getRootNode().elementsFromPoint(e.clientX, e.clientY).some((at) => within(el, at));
const releases = (e) => announced.drag && announced.pressed && ['pointerup', 'mouseup'].includes(e.type) && [goal, announced.el].some((el) => below(el, e));

function onDrop(e) {
  if (loose || !e.isTrusted) return;
  if (e.type !== 'drop') { if (announced.drag) announced.drag[e.type] = e; return; }
  const at = e.composedPath()[0];
  if (announced.drag && goal && at.closest && within(goal, at)) announced.drag.dropped = true;
  else refuse(e, at.closest ? at : document.documentElement);
}

// The screen's own pointer may come between, where another window covers this
// one: it moves without a button. The page does not see it, yet the browser will
// then not begin to drag.
function onMove(e) {
  if (pointer && e.isTrusted && !pointer.chosen) outline(aimedAt(e));
  if (!e.isTrusted || !announced.drag) return;
  if (announced.pressed && !announced.over && e.buttons === 0) { announced.drag.foreign = true; e.stopImmediatePropagation(); return; }
  announced.drag.at = rise(e.clientX, e.clientY, false);
}

// native: the browser drags, in its own way. Where it is due to, a button that
// is let go drops nothing.
const native = () => !!(announced.drag && announced.drag.dragstart && !announced.drag.dragstart.defaultPrevented);
const due = () => native() || (!announced.drag.dragstart && !!announced.el.closest('[draggable="true"]'));

// dragging tells, once the mouse was seen at a point, who drags.
async function dragging(q) {
  const drag = announced.drag, seen = () => native() || (drag.at && Math.hypot(drag.at.x - q.x, drag.at.y - q.y) < 2);
  for (let tries = 0; tries < 300 && !seen(); tries++) await new Promise((done) => setTimeout(done, 10));
  await settled();
  if (due() && !native() && drag.foreign) return 'foreign';
  return native() ? 'browser' : seen() ? 'page' : '';
}

// landed waits until the page has heard that a drag of the browser is over; what
// the page took out of the document hears of nothing.
async function landed() {
  for (let tries = 0; tries < 300 && !announced.drag.dragend && announced.el.isConnected; tries++) await new Promise((done) => setTimeout(done, 10));
}

// over tells whether the goal still lies at its point, and would take what is
// dragged.
function over(q) {
  const o = rise(0, 0, false);
  if (!o.whole || !goal.isConnected || !below(goal, { clientX: q.x - o.x, clientY: q.y - o.y })) return 'moved';
  const at = announced.drag.dragover;
  return native() && !(at && at.defaultPrevented) ? 'refused' : '';
}
