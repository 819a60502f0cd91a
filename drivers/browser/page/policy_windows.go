// SPDX-License-Identifier: EUPL-1.2

package page

import "golang.org/x/sys/windows/registry"

// policies are those that a house has set for browsers of a brand, for the
// machine or the user.
func policies(brand string) (out []settings) {
	key := map[string]string{chromium: `SOFTWARE\Policies\Chromium`, chrome: `SOFTWARE\Policies\Google\Chrome`, edge: `SOFTWARE\Policies\Microsoft\Edge`}[brand]
	if key == "" {
		return nil
	}
	for name, root := range map[string]registry.Key{`HKLM\`: registry.LOCAL_MACHINE, `HKCU\`: registry.CURRENT_USER} {
		if k, err := registry.OpenKey(root, key, registry.QUERY_VALUE); err == nil {
			out = append(out, settings{name + key, textual(numbers(k))})
			_ = k.Close()
		}
	}
	return out
}

// numbers are the values of a key that are numbers: all that matter here are.
func numbers(k registry.Key) map[string]any {
	out := map[string]any{}
	names, _ := k.ReadValueNames(0)
	for _, name := range names {
		if n, _, err := k.GetIntegerValue(name); err == nil {
			out[name] = n
		}
	}
	return out
}
