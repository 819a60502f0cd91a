// SPDX-License-Identifier: EUPL-1.2

package yaml

import (
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// node turns the library's tree into ours; everything but structure is text.
func (r *reader) node(n ast.Node, inFlow bool) *Node {
	switch n := n.(type) {
	case *ast.MappingNode:
		return r.mapping(n, n.Values, inFlow || n.IsFlowStyle)
	case *ast.MappingValueNode:
		return r.mapping(n, []*ast.MappingValueNode{n}, inFlow)
	case *ast.SequenceNode:
		out := &Node{Kind: Sequence, At: r.place(n.Start), InFlow: inFlow}
		for _, item := range n.Values {
			out.Items = append(out.Items, r.node(item, inFlow || n.IsFlowStyle))
		}
		return out
	case *ast.LiteralNode:
		return &Node{At: r.place(n.Start), Text: n.Value.Value, Style: Block, InFlow: inFlow}
	case ast.ScalarNode:
		return r.scalar(n.GetToken(), inFlow)
	default:
		return r.unexpected(n)
	}
}

func (r *reader) unexpected(n ast.Node) *Node {
	if n == nil {
		return &Node{Style: Absent, At: source.Place{File: r.name, Line: 1, Column: 1}}
	}
	at := r.place(n.GetToken())
	r.report.Errorf(at, speech.Say("this form of YAML is not used here", "diese Form von YAML wird hier nicht verwendet"), speech.Text{})
	return &Node{Style: Absent, At: at}
}

func (r *reader) mapping(n ast.Node, values []*ast.MappingValueNode, inFlow bool) *Node {
	out := &Node{Kind: Mapping, At: r.place(n.GetToken()), InFlow: inFlow}
	seen := map[string]source.Place{}
	for i, v := range values {
		key := r.key(v.Key)
		if i == 0 && !inFlow {
			out.At = key.At
		}
		if first, twice := seen[key.Text]; twice {
			r.report.Errorf(key.At, speech.Say("%q stands here twice, first in line %d", "„%s“ steht hier zweimal, zuerst in Zeile %d", key.Text, first.Line), speech.Text{})
			continue
		}
		seen[key.Text] = key.At
		out.Entries = append(out.Entries, Entry{Key: key.Text, KeyAt: key.At, Value: r.valueOf(v, key, inFlow)})
	}
	return out
}

func (r *reader) key(n ast.MapKeyNode) *Node {
	if k, ok := n.(ast.ScalarNode); ok {
		return r.scalar(k.GetToken(), false)
	}
	at := r.place(n.GetToken())
	r.report.Errorf(at, speech.Say("a key must be a word", "ein Schlüssel muss ein Wort sein"), speech.Text{})
	return &Node{At: at}
}

// valueOf gives an absent value the place behind its key.
func (r *reader) valueOf(v *ast.MappingValueNode, key *Node, inFlow bool) *Node {
	value := r.node(v.Value, inFlow)
	if value.Style == Absent {
		value.At = key.At.Shift(len([]rune(key.Text)) + 1)
	}
	return value
}

func (r *reader) scalar(t *token.Token, inFlow bool) *Node {
	n := &Node{At: r.place(t), Text: t.Value, InFlow: inFlow}
	switch t.Type {
	case token.SingleQuoteType, token.DoubleQuoteType:
		n.Style = Quoted
	case token.ImplicitNullType:
		n.Style, n.Text = Absent, ""
	case token.StringType:
	default:
		n.Text = strings.TrimSpace(t.Origin) // 01067, 0x1F, 1_000: as written
	}
	if column, ok := r.comments[n.At.Line]; ok && column > n.At.Column && n.Style == Plain {
		n.Commented = !r.followed(t, column)
	}
	return n
}

// followed reports whether another token stands between t and the comment.
func (r *reader) followed(t *token.Token, comment int) bool {
	for next := t.Next; next != nil && next.Position.Line == t.Position.Line && next.Position.Column < comment; next = next.Next {
		if next.Type != token.CommentType {
			return true
		}
	}
	return false
}
