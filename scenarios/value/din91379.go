// SPDX-License-Identifier: EUPL-1.2

package value

import "unicode"

// The letters of DIN 91379:2022-08 datatype A (names of natural persons): 500
// Latin letters, 149 sequences of a letter and combining marks, and the
// non-letters N1 that stand in names. The figures were taken from the list
// that the standard's editors publish (String-Latin, version 1.3, CC-BY 4.0).

// nameLetters are the Latin letters that are one code point.
func nameLetters() *unicode.RangeTable {
	return &unicode.RangeTable{R16: []unicode.Range16{
		{0x0041, 0x005A, 1},
		{0x0061, 0x007A, 1},
		{0x00C0, 0x00D6, 1},
		{0x00D8, 0x00F6, 1},
		{0x00F8, 0x017E, 1},
		{0x0187, 0x0188, 1},
		{0x018F, 0x018F, 1},
		{0x0197, 0x0197, 1},
		{0x01A0, 0x01A1, 1},
		{0x01AF, 0x01B0, 1},
		{0x01B7, 0x01B7, 1},
		{0x01CD, 0x01DC, 1},
		{0x01DE, 0x01DF, 1},
		{0x01E2, 0x01F0, 1},
		{0x01F4, 0x01F5, 1},
		{0x01F8, 0x01FF, 1},
		{0x0212, 0x0213, 1},
		{0x0218, 0x021B, 1},
		{0x021E, 0x021F, 1},
		{0x0227, 0x0233, 1},
		{0x0259, 0x0259, 1},
		{0x0268, 0x0268, 1},
		{0x0292, 0x0292, 1},
		{0x1E02, 0x1E03, 1},
		{0x1E06, 0x1E07, 1},
		{0x1E0A, 0x1E11, 1},
		{0x1E17, 0x1E17, 1},
		{0x1E1C, 0x1E2B, 1},
		{0x1E2F, 0x1E37, 1},
		{0x1E3A, 0x1E3B, 1},
		{0x1E40, 0x1E49, 1},
		{0x1E52, 0x1E5B, 1},
		{0x1E5E, 0x1E63, 1},
		{0x1E6A, 0x1E6F, 1},
		{0x1E80, 0x1E87, 1},
		{0x1E8C, 0x1E97, 1},
		{0x1E9E, 0x1E9E, 1},
		{0x1EA0, 0x1EF9, 1},
	}}
}

// nameMarks lists the base letters that each combining mark may follow.
func nameMarks() map[string]string {
	return map[string]string{
		"\u0300":       "CFGKMPSTZcfgkmpstz",
		"\u0301":       "JjÿĪī",
		"\u0302":       "DKLMNdklmn",
		"\u0304":       "CFHKNPSTZcfhknpstzÛû\u1E32\u1E33\u1E62\u1E63\u1E6C\u1E6D\u1EE4\u1EE5",
		"\u0306":       "CMNRZcmnrzÇç",
		"\u0307":       "KUku",
		"\u0308":       "CTZcz\u1EA0\u1EA1\u1ECC\u1ECD\u1EE4\u1EE5",
		"\u030B":       "Aa",
		"\u030C":       "J",
		"\u030D":       "ēō",
		"\u0310":       "Mm",
		"\u0315":       "CKPTckptČč",
		"\u031B":       "KTkt",
		"\u031B\u0304": "Ss",
		"\u0323":       "CPcpČč",
		"\u0325":       "LRlr",
		"\u0325\u0304": "LRlr",
		"\u0326":       "CHKLNchklnŽž",
		"\u0327":       "ZzŽž",
		"\u0328\u0306": "Cc",
		"\u0331":       "HSs",
		"\u035F":       "Kk", // then H or h, a letter of its own
	}
}

// nameSigns are the non-letters of group N1.
const nameSigns = " ',-.`~\u00A8\u00B4\u00B7\u02B9\u02BA\u02BE\u02BF\u02C8\u02CC\u2019\u2021"
