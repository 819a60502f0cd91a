// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// stamped is set by the linker: -X main.stamped=v1.2.3.
var stamped string

// programVersion is the stamped version, else the commit the toolchain knows.
func programVersion() string {
	if stamped != "" {
		return stamped
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "devel"
}

func (a *app) version() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "print the version", Args: cobra.NoArgs,
		Long: "Prints the version of Heinzel and what it was built with." + exitStatus("0 done"),
		RunE: func(*cobra.Command, []string) error {
			if a.json {
				a.object(a.out, map[string]string{"version": programVersion(), "go": runtime.Version(), "system": runtime.GOOS + "/" + runtime.GOARCH})
				return nil
			}
			_, err := fmt.Fprintf(a.out, "heinzel %s (%s, %s/%s)\n", programVersion(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}
