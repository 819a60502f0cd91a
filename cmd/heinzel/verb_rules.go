// SPDX-License-Identifier: EUPL-1.2

package main

import "github.com/spf13/cobra"

func (a *app) rules() *cobra.Command {
	cmd := &cobra.Command{Use: "rules", Short: "decide by rulebooks, find out whether they are right, and exchange them"}
	cmd.AddCommand(a.rulesDecide(), a.rulesExplain(), a.rulesAnalyse(), a.rulesDiff(), a.rulesLint(), a.rulesBacktest(), a.rulesImport(), a.rulesExport())
	return cmd
}
