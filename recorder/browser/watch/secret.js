// SPDX-License-Identifier: EUPL-1.2
//
// What must never leave the page: passwords, one-time codes, card numbers.

// hidden are fields that were secret once: a page may show a password as text,
// and who has typed a card number may still change it.
const hidden = new WeakSet();

const coded = /(^|[^a-z])(tan|pin|otp|cvc|cvv|kennwort|passwor[td]|einmal(code|passwor[td]|kennwort))([^a-z]|$)/i;

// codedTitle asks for what a field is called once, until the page changes: that
// makes the browser lay the page out.
const asked_ = new WeakMap();

function codedTitle(el) {
  const have = asked_.get(el);
  if (have && have.generation === generation) return have.is;
  const is = coded.test(titled(el));
  asked_.set(el, { generation, is });
  return is;
}

function secret(el) {
  if (hidden.has(el)) return true;
  const fill = (el.getAttribute && el.getAttribute('autocomplete')) || '';
  const is = el.type === 'password' || /(^|\s)(one-time-code|current-password|new-password|cc-\S+)/i.test(fill) || (writes(el) && (coded.test(el.name || '') || coded.test(el.id) || codedTitle(el)));
  if (is) hidden.add(el);
  return is;
}

// A page that shows a password as text changes the type of its field.
new MutationObserver((all) => { for (const m of all) if (m.oldValue === 'password') hidden.add(m.target); })
  .observe(document, { subtree: true, attributeFilter: ['type'], attributeOldValue: true });

// luhn tells a card's number: its last digit checks the others.
function luhn(digits) {
  let sum = 0;
  [...digits].reverse().forEach((d, i) => { const n = d * (i % 2 ? 2 : 1); sum += n > 9 ? n - 9 : n; });
  return sum % 10 === 0;
}

// card tells whether a text could be, or become, the number of a card.
function card(text) {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^\d{12,19}$/.test(digits)) return '';
  return digits.length >= 13 && luhn(digits) ? 'whole' : 'part';
}

// numbered holds back the numbers of cards inside a longer text.
const numbered = (text) => (text.match(/\d(?:[\s-]?\d){12,18}/g) || []).some((n) => luhn(n.replace(/[\s-]/g, '')));

// given is a text as it may be told, or a secret.
function given(el, text) {
  if (el && secret(el)) return { secret: true };
  if (card(text) === 'whole' || numbered(text)) { if (el && writes(el)) hidden.add(el); return { secret: true }; }
  return { text };
}
