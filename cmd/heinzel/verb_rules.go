// SPDX-License-Identifier: EUPL-1.2

package main

import "github.com/spf13/cobra"

func (a *app) rules() *cobra.Command {
	cmd := &cobra.Command{Use: "rules", Short: "analyse and compare rulebooks"}
	cmd.AddCommand(a.rulesAnalyse(), a.rulesDiff())
	return cmd
}
