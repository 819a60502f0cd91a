// SPDX-License-Identifier: EUPL-1.2
//
// Where things are: in this document, and in the documents around it.

// within walks up, out of shadow roots too.
function within(el, at) {
  for (let n = at; n; n = n.parentNode || n.host) if (n === el) return true;
  return false;
}

// belongs: a click on the label is one on its element, but not where another
// control lies in the label.
function belongs(el, at) {
  if (within(el, at)) return true;
  const other = at.closest(controls);
  return [...(el.labels || [])].some((l) => l.contains(at) && (!other || other === el || other.contains(l)));
}

// through takes a point of a frame to the document around it.
function through(holder, x, y) {
  const r = holder.getBoundingClientRect(), scale = holder.offsetWidth ? r.width / holder.offsetWidth : 1;
  return { x: r.left + (holder.clientLeft + x) * scale, y: r.top + (holder.clientTop + y) * scale };
}

// topmost is what lies at a point, inside shadow roots too.
function topmost(doc, x, y) {
  let at = doc.elementFromPoint(x, y);
  while (at && shadow(at)) { const inner = shadow(at).elementFromPoint(x, y); if (!inner || inner === at) break; at = inner; }
  return at;
}

// rise takes a point outwards as far as the documents around may be seen from
// here; where it must hit, it tells what lies over a frame on the way.
function rise(x, y, hit) {
  let levels = 0;
  for (let w = window; w !== w.top; w = w.parent, levels++) {
    const holder = w.frameElement;
    if (!holder) return { x, y, levels, whole: false, by: '' };
    ({ x, y } = through(holder, x, y));
    if (!hit) continue;
    const at = topmost(w.parent.document, x, y);
    if (at !== holder) return { x, y, levels, whole: false, by: describe(at || holder) };
  }
  return { x, y, levels, whole: true, by: '' };
}

// carry goes on where a frame of another origin could not see further. The
// browser finds frames of other processes where it drew them last, so what was
// scrolled is drawn first.
async function carry(holder, q) {
  if (q.hit) { await frame(); await frame(); }
  let { x, y } = through(holder, q.x, q.y);
  if (q.hit && (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight)) {
    window.scrollBy({ left: x - innerWidth / 2, top: y - innerHeight / 2, behavior: 'instant' });
    await frame(); await frame();
    ({ x, y } = through(holder, q.x, q.y));
  }
  const at = q.hit ? topmost(document, x, y) : holder;
  return at === holder ? rise(x, y, q.hit) : { x, y, levels: 0, whole: false, by: describe(at || holder) };
}

// areaPath is the shape of an area, from the corner of its image.
function areaPath(area, image) {
  const c = area.coords.split(/[\s,]+/).map(Number), path = new Path2D();
  if (area.shape === 'circle') path.arc(c[0], c[1], c[2], 0, 7);
  else if (area.shape === 'poly') { for (let i = 0; i + 1 < c.length; i += 2) path.lineTo(c[i], c[i + 1]); path.closePath(); }
  else if (area.shape === 'default') path.rect(0, 0, image.width, image.height);
  else path.rect(c[0], c[1], c[2] - c[0], c[3] - c[1]);
  return path;
}

// areaPoint is a point inside an area's shape, best one that no other area or
// element covers. Fine steps find what is left of narrow ones.
function areaPoint(area) {
  const image = imageOf(area), r = image.getBoundingClientRect(), style = getComputedStyle(image);
  const left = r.left + image.clientLeft + parseFloat(style.paddingLeft), top = r.top + image.clientTop + parseFloat(style.paddingTop);
  const path = areaPath(area, image), pen = new OffscreenCanvas(1, 1).getContext('2d');
  let inside = null;
  for (const step of [20, 5]) for (let y = step / 2; y < r.height; y += step) for (let x = step / 2; x < r.width; x += step) {
    const p = { x: left + x, y: top + y };
    if (p.x < 0 || p.y < 0 || p.x >= innerWidth || p.y >= innerHeight || !pen.isPointInPath(path, x, y)) continue;
    if (area.getRootNode().elementFromPoint(p.x, p.y) === area) return p;
    inside = inside || p;
  }
  return inside;
}

function point(el) {
  if (el.tagName === 'AREA') return areaPoint(el);
  for (const r of el.getClientRects()) {
    const left = Math.max(r.left, 0), top = Math.max(r.top, 0);
    const right = Math.min(r.right, innerWidth), bottom = Math.min(r.bottom, innerHeight);
    if (right - left >= 1 && bottom - top >= 1) return { x: (left + right) / 2, y: (top + bottom) / 2 };
  }
  return null;
}

// spot finds a point where a click arrives. What is covered may come free when
// it is scrolled elsewhere: below a sticky heading, inside a scrolled box.
const anywhere = ['', 'center', 'end', 'start'];

function spot(el, blocks) {
  let by = '';
  for (const block of blocks) {
    if (block) shown(el).scrollIntoView({ block, inline: 'center', behavior: 'instant' });
    const p = point(el);
    if (!p) continue;
    const at = topmost(document, p.x, p.y);
    const reach = at && belongs(el, at) ? rise(p.x, p.y, true) : { by: at ? describe(at) : 'nothing' };
    by = reach.by;
    if (by) continue;
    return { why: '', aimed: true, ...reach };
  }
  return by ? { why: 'covered', by } : { why: 'outside' };
}
