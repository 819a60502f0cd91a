// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"encoding/json"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// content is a value as it is sealed: with its kind, so that it can be read
// back without the scenario that declared it.
type content struct {
	Kind   value.Kind         `json:"kind"`
	Text   string             `json:"text,omitempty"`
	Items  []content          `json:"items,omitempty"`
	Fields map[string]content `json:"fields,omitempty"`
}

func contentOf(v value.Value) content {
	c := content{Kind: v.Kind()}
	switch c.Kind {
	case value.List:
		for _, item := range v.Items() {
			c.Items = append(c.Items, contentOf(item))
		}
	case value.Record:
		c.Fields = map[string]content{}
		for _, name := range v.FieldNames() {
			c.Fields[name] = contentOf(v.Field(name))
		}
	default:
		c.Text = v.String()
	}
	return c
}

func valueOf(raw []byte) (value.Value, error) {
	var c content
	if err := json.Unmarshal(raw, &c); err != nil {
		return value.Value{}, err
	}
	return c.value()
}

func (c content) value() (value.Value, error) {
	switch c.Kind {
	case value.Missing:
		return value.Value{}, nil
	case value.Text:
		return value.NewText(c.Text), nil
	case value.Choice:
		return value.NewChoice(c.Text), nil
	case value.List:
		return c.list()
	case value.Record:
		return c.record()
	}
	return value.ParseISO(value.Of(c.Kind), c.Text)
}

func (c content) list() (value.Value, error) {
	items := make([]value.Value, len(c.Items))
	for i, item := range c.Items {
		v, err := item.value()
		if err != nil {
			return value.Value{}, err
		}
		items[i] = v
	}
	return value.NewList(items...), nil
}

func (c content) record() (value.Value, error) {
	fields := map[string]value.Value{}
	for name, field := range c.Fields {
		v, err := field.value()
		if err != nil {
			return value.Value{}, err
		}
		fields[name] = v
	}
	return value.NewRecord(fields), nil
}
