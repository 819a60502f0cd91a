#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""A second implementation of the check of exported cases, written against the
documentation of robot/journal/proof alone: python3 verify.py KEY EXPORT...
prints a line for each file and exits with 7 if one does not verify. It needs
nothing but Python 3.8 and is written to be read, not to be fast."""
import base64, functools, hashlib, hmac, json, sys

# --- Ed25519 (RFC 8032, section 5.1): checking of signatures only ---
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
I = pow(2, (P - 1) // 4, P)

def recover(y, sign):
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P: x = x * I % P
    if y >= P or (x * x - x2) % P or (x == 0 and sign): raise ValueError("no point")
    return P - x if x & 1 != sign else x

def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]), (p[1] + p[0]) * (q[1] + q[0])
    c, d = 2 * p[3] * q[3] * D, 2 * p[2] * q[2]
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P
def times(n, point):
    out = (0, 1, 1, 0)
    while n:
        if n & 1: out = add(out, point)
        point, n = add(point, point), n >> 1
    return out
def point(raw):
    n = int.from_bytes(raw, "little")
    y = n & (1 << 255) - 1
    x = recover(y, n >> 255)
    return x, y, 1, x * y % P

BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))

@functools.lru_cache(None)
def signed(public, message, signature):
    s = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or s >= L: return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    one, other = times(s, BASE), add(point(signature[:32]), times(h, point(public)))
    return all((one[i] * other[2] - other[i] * one[2]) % P == 0 for i in (0, 1))

# --- Merkle trees (RFC 6962, section 2.1) ---
def leaf(line): return hashlib.sha256(b"\0" + line).digest()
def node(a, b): return hashlib.sha256(b"\1" + a + b).digest()
def half(n): return 1 << (n - 1).bit_length() - 1

def root(hashes):
    if not hashes: return hashlib.sha256(b"").digest()
    if len(hashes) == 1: return hashes[0]
    k = half(len(hashes))
    return node(root(hashes[:k]), root(hashes[k:]))
def climb(path, at, size, hash):
    """The root that a path leads to, from leaf number at (from 0) of size."""
    need(bool(path) == (size > 1), "the path has another length")
    if size == 1: return hash
    k = half(size)
    if at < k: return node(climb(path[:-1], at, k, hash), path[-1])
    return node(path[-1], climb(path[:-1], at - k, size - k, hash))

# --- what an export is ---
def need(ok, why):
    if not ok: raise ValueError(why)

def b64(text):
    raw = base64.b64decode(text, validate=True)
    need(base64.b64encode(raw).decode() == text, "base64 has one spelling")
    return raw

FIELDS = {"": ["case", "checkpoint", "order", "seal", "log", "pictures", "opened"], "order": ["line", "text", "path"], "seal": ["line", "text", "path"],
          "pictures": ["hash", "data"], "opened": ["commitment", "salt", "content"]}
def spelled(value, kind=""):
    """The value again, with the fields in their order; so it has one spelling."""
    out = {}
    for name in FIELDS[kind]:
        if name in ("pictures", "opened"):
            if value.get(name): out[name] = [spelled(v, name) for v in value[name]]
            continue
        v = value[name]
        if name in ("order", "seal"): v = spelled(v, name)
        elif name in ("case", "line"): need(type(v) is int, "a number is none")
        elif name == "path": need(v is None or all(type(h) is str and len(b64(h)) == 32 for h in v), "a path is none")
        else: need(type(v) is str, "a text is none")
        out[name] = v
    return out

def parse(data):
    text = data.decode("utf-8")
    e = spelled(json.loads(text))
    again = json.dumps(e, ensure_ascii=False, separators=(",", ":")).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    need(again + "\n" == text, "it was rewritten since it was made")
    return e

def checkpoint(note, key):
    """Opens a signed note (C2SP signed-note, checkpoint) and gives origin, size and root."""
    name, number, rest = key.split("+", 2)
    public = b64(rest)
    need(public[:1] == b"\1" and len(public) == 33 and hashlib.sha256(name.encode() + b"\n" + public).digest()[:4].hex() == number, "no key")
    need(all(c >= " " or c == "\n" for c in note) and note.endswith("\n"), "no note")
    text, signatures = note.rsplit("\n\n", 1)
    text += "\n"
    good = False
    for line in signatures.split("\n")[:-1]:
        need(line.startswith("\u2014 ") and line.count(" ") == 2, "no signature")
        _, who, what = line.split(" ")
        raw = base64.b64decode(what, validate=True)
        need(who and "+" not in who and not any(c.isspace() for c in who) and len(raw) >= 5, "no signature")
        if who == name and raw[:4].hex() == number and not good:
            need(signed(public[1:], text.encode(), raw[4:]), "the signature is wrong")
            b64(what)
            good = True
    need(good, "it is not signed with this key")
    lines = text.split("\n")
    need(len(lines) == 4 and lines[0] and lines[3] == "" and str(int(lines[1])) == lines[1] and int(lines[1]) >= 0 and len(b64(lines[2])) == 32, "no checkpoint")
    return lines[0], int(lines[1]), b64(lines[2])

def check(data, key):
    e = parse(data)
    origin, size, top = checkpoint(e["checkpoint"], key)
    for name in ("order", "seal"):
        l = e[name]
        need(1 <= l["line"] <= size and climb([b64(h) for h in l["path"] or []], l["line"] - 1, size, leaf(l["text"].encode())) == top, name + " is not signed")
    need(e["order"]["line"] == 1 and origin == "heinzel/order/" + json.loads(e["order"]["text"])["order"]["id"], "another order")
    seal = json.loads(e["seal"]["text"])
    lines = e["log"].encode().split(b"\n")
    need(seal["case"] == e["case"] and lines.pop() == b"" and len(lines) == seal["size"], "another case, or not all of it")
    need(root([leaf(line) for line in lines]).hex() == seal["root"], "the log was changed")
    for p in e.get("pictures", []):
        need(hashlib.sha256(b64(p["data"])).hexdigest() == p["hash"] and '"' + p["hash"] + '"' in e["log"], "a picture was changed")
    for o in e.get("opened", []):
        mac = hmac.new(b64(o["salt"]), b64(o["content"]), hashlib.sha256).hexdigest()
        need(mac == o["commitment"] and '"' + mac + '"' in e["log"], "a value was changed")

def main(key, names):
    code = 0
    for name in names:
        try:
            check(open(name, "rb").read(), key)
            print("verifies", name)
        except Exception as why:
            code = 7
            print("DOES NOT VERIFY", name, why)
    return code

if __name__ == "__main__": sys.exit(main(sys.argv[1], sys.argv[2:]))
